# truth: safe
# twin: filter-hostile.py

import os

import flask


def view():
    names = flask.request.args["names"].split(",")
    kept = filter(str.isalnum, names)
    os.system("rm -f " + " ".join(kept))  # sink
