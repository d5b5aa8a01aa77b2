# truth: safe
# twin: chained-assignment-hostile.py

import os

import flask


def view():
    left = right = ["."]
    right = ["."]
    right.append(flask.request.args["folder"])
    os.popen("ls " + " ".join(left))  # sink
