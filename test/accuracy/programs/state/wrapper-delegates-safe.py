# truth: safe
# twin: wrapper-delegates-hostile.py

import os

import flask


class Inner:
    def __init__(self, name):
        self.name = name
        self.kind = "file"


class Proxy:
    def __init__(self, inner):
        self._inner = inner

    def __getattr__(self, attribute):
        return getattr(self._inner, attribute)


def view():
    os.system("stat " + Proxy(Inner(flask.request.args["name"])).kind)  # sink
