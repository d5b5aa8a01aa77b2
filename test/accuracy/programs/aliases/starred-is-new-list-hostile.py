# truth: hostile
# twin: starred-is-new-list-safe.py

import os

import flask


def view():
    names = ["a", "b", "c"]
    head, *rest = names
    rest[0] = flask.request.args["name"]
    os.system("touch " + rest[0])  # sink
