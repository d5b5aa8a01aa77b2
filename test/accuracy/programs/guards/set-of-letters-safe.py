# truth: safe
# twin: set-of-letters-hostile.py

import os
import string

import flask


def view():
    name = flask.request.args["name"]
    if not set(name) <= set(string.ascii_lowercase):
        flask.abort(400)
    os.system("dict " + name)  # sink
