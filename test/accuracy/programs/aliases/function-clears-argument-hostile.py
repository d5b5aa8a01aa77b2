# truth: hostile
# twin: function-clears-argument-safe.py

import os

import flask


def sanitise(values):
    for value in values:
        value = "x"


def view():
    values = [flask.request.args["a"], flask.request.args["b"]]
    sanitise(values)
    os.system("sum " + " ".join(values))  # sink
