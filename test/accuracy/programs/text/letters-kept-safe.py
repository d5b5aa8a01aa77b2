# truth: safe
# twin: letters-kept-hostile.py

import os

import flask


def view():
    name = flask.request.args["name"]
    kept = "".join(c for c in name if c.isalnum())
    os.system("finger " + kept)  # sink
