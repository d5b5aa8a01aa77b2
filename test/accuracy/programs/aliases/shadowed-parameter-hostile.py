# truth: hostile
# twin: shadowed-parameter-safe.py

import os

import flask


def describe(name, fallback):
    name = name or fallback
    return "file " + name


def view():
    os.popen(describe(flask.request.args["name"], "README"))  # sink
