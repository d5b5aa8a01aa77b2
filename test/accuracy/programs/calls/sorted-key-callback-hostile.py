# truth: hostile
# twin: sorted-key-callback-safe.py

import os

import flask


def weigh(name):
    os.system(f"stat {name}")  # sink
    return len(name)


def view():
    names = flask.request.args["names"].split(",")
    return str(sorted(names, key=weigh)) + str(len(names))
