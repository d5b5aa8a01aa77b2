# truth: safe
# twin: sorted-is-copy-hostile.py

import os

import flask


def view():
    names = ["c.txt"]
    ordered = sorted(names)
    ordered.append(flask.request.args["name"])
    os.popen("rm " + " ".join(names))  # sink
