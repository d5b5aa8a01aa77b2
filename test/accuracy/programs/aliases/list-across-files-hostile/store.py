entries = ["first"]


def add(entry):
    entries.append(entry)


def replace(entry):
    global entries
    entries = [entry]
