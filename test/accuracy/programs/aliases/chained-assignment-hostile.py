# truth: hostile
# twin: chained-assignment-safe.py

import os

import flask


def view():
    left = right = []
    right.append(flask.request.args["folder"])
    os.popen("ls " + " ".join(left))  # sink
