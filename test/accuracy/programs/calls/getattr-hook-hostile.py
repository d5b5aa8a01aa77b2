# truth: hostile
# twin: getattr-hook-safe.py

import os

import flask


class Lazy:
    def __init__(self, values):
        self._values = values

    def __getattr__(self, name):
        return self._values.get(name, "none")


def view():
    values = Lazy({"path": flask.request.args["path"]})
    os.system("realpath " + values.path)  # sink
