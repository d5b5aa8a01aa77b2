# truth: safe
# twin: shadowed-parameter-hostile.py

import os

import flask


def describe(name, fallback):
    name = fallback or "x"
    return "file " + name


def view():
    os.popen(describe(flask.request.args["name"], "README"))  # sink
