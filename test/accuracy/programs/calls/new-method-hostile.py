# truth: hostile
# twin: new-method-safe.py

import os

import flask


class Name(str):
    def __new__(cls, value):
        return super().__new__(cls, value.strip())


def view():
    os.system("host " + Name(flask.request.args["name"]))  # sink
