# truth: safe
# twin: slots-hostile.py

import os

import flask


class Entry:
    __slots__ = ("key", "value")

    def __init__(self, key, value):
        self.key = key
        self.value = value


def view():
    entry = Entry("colour", flask.request.args["value"])
    os.system("gsettings set " + entry.key)  # sink
