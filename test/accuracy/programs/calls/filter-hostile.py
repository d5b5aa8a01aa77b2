# truth: hostile
# twin: filter-safe.py

import os

import flask


def view():
    names = flask.request.args["names"].split(",")
    kept = filter(lambda name: name != "core", names)
    os.system("rm -f " + " ".join(kept))  # sink
