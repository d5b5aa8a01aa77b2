# truth: safe
# twin: starred-is-new-list-hostile.py

import os

import flask


def view():
    names = ["a", "b", "c"]
    head, *rest = names
    rest[0] = flask.request.args["name"]
    os.system("touch " + names[1])  # sink
