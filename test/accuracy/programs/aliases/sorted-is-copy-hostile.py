# truth: hostile
# twin: sorted-is-copy-safe.py

import os

import flask


def view():
    names = ["c.txt"]
    ordered = names
    ordered.sort()
    ordered.append(flask.request.args["name"])
    os.popen("rm " + " ".join(names))  # sink
