# truth: safe
# twin: set-alias-hostile.py

import os

import flask


def view():
    tags = {"plain"}
    other = tags | set()
    other.add(flask.request.args["tag"])
    os.system("tag --set " + " ".join(sorted(tags)))  # sink
