# truth: safe
# twin: loop-variable-after-loop-hostile.py

import os

import flask


def view():
    names = [flask.request.args["name"], "last"]
    for name in names:
        print("seen", name)
    os.system("id " + name)  # sink
