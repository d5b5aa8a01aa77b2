import os


def start(name):
    return os.system("jobctl start " + name)  # sink
