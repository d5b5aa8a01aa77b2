import os


def write(text):
    os.system("banner " + text)  # sink
    return text
