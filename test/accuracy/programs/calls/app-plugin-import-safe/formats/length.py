from formats.output import write


def convert(text):
    return write(str(len(text)))
