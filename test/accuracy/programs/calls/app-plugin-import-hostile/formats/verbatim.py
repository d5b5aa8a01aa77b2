from formats.output import write


def convert(text):
    return write(text)
