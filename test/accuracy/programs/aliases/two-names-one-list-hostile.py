# truth: hostile
# twin: two-names-one-list-safe.py

import os

import flask


def view():
    parts = ["ls"]
    again = parts
    again.append(flask.request.args["folder"])
    os.system(" ".join(parts))  # sink
