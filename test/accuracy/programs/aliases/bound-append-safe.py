# truth: safe
# twin: bound-append-hostile.py

import os

import flask


def view():
    files, other = ["a.txt"], []
    add = other.append
    add(flask.request.args["file"])
    os.popen("cksum " + " ".join(files))  # sink
