# truth: safe
# twin: slots-hostile.py

import subprocess

import flask


class Entry:
    __slots__ = ("key", "value")

    def __init__(self, key, value):
        self.key = key
        self.value = value


def view():
    entry = Entry("colour", flask.request.args["value"])
    subprocess.run("gsettings set " + entry.key, shell=True)  # sink
