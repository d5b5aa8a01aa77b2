# truth: hostile
# twin: list-append-negative-safe.py
import os

import flask


def view():
    steps = ["clean", "build"]
    steps.append(flask.request.form["step"])
    os.system("make " + steps[-1])  # sink
