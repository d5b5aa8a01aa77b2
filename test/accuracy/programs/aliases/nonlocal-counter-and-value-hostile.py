# truth: hostile
# twin: nonlocal-counter-and-value-safe.py

import os

import flask


def view():
    value, number = "none", 0

    def step(text):
        nonlocal value, number
        number += 1
        value = text

    step(flask.request.args["a"])
    step(flask.request.args["b"])
    os.system("process " + value)  # sink
