# truth: hostile
# twin: delete-element-safe.py

import os

import flask


def view():
    names = ["a", flask.request.args["name"], "c"]
    same = names
    del same[0]
    os.system("touch " + names[0])  # sink
