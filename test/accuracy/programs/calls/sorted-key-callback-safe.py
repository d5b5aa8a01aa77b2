# truth: safe
# twin: sorted-key-callback-hostile.py

import os

import flask


def weigh(name):
    os.system(f"stat {name}")  # sink
    return len(name)


def view():
    names = flask.request.args["names"].split(",")
    return str(sorted(["a.txt", "b.txt"], key=weigh)) + str(len(names))
