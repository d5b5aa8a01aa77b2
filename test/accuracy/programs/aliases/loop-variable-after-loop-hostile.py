# truth: hostile
# twin: loop-variable-after-loop-safe.py

import os

import flask


def view():
    names = ["first", flask.request.args["name"]]
    for name in names:
        print("seen", name)
    os.system("id " + name)  # sink
