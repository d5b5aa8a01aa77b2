# truth: safe
# twin: function-clears-argument-hostile.py

import os

import flask


def sanitise(values):
    for index in range(len(values)):
        values[index] = "x"


def view():
    values = [flask.request.args["a"], flask.request.args["b"]]
    sanitise(values)
    os.system("sum " + " ".join(values))  # sink
