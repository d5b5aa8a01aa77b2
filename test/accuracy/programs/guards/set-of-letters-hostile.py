# truth: hostile
# twin: set-of-letters-safe.py

import os
import string

import flask


def view():
    name = flask.request.args["name"]
    if not set(name) <= set(string.printable):
        flask.abort(400)
    os.system("dict " + name)  # sink
