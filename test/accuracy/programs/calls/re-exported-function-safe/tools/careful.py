import shlex


def prepare(text):
    return shlex.quote(text.strip().upper())
