# truth: safe
# twin: list-append-negative-hostile.py
import os

import flask


def view():
    steps = ["clean", "build"]
    steps.append(flask.request.form["step"])
    os.system("make " + steps[-2])  # sink
