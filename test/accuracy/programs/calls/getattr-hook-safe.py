# truth: safe
# twin: getattr-hook-hostile.py

import os

import flask


class Lazy:
    def __init__(self, values):
        self._values = values

    def __getattr__(self, name):
        return name


def view():
    values = Lazy({"path": flask.request.args["path"]})
    os.system("realpath " + values.path)  # sink
