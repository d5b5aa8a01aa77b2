# truth: hostile
# twin: letters-kept-safe.py

import os

import flask


def view():
    name = flask.request.args["name"]
    kept = "".join(c for c in name if not c.isspace())
    os.system("finger " + kept)  # sink
