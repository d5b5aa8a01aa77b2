# truth: safe
# twin: new-method-hostile.py

import os

import flask


class Name(str):
    def __new__(cls, value):
        return super().__new__(cls, "n%d" % len(value))


def view():
    os.system("host " + Name(flask.request.args["name"]))  # sink
