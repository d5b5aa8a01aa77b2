# truth: hostile
# twin: set-alias-safe.py

import os

import flask


def view():
    tags = {"plain"}
    other = tags
    other.add(flask.request.args["tag"])
    os.system("tag --set " + " ".join(sorted(tags)))  # sink
