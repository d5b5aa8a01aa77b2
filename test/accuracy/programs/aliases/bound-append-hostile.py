# truth: hostile
# twin: bound-append-safe.py

import os

import flask


def view():
    files, other = ["a.txt"], []
    add = files.append
    add(flask.request.args["file"])
    os.popen("cksum " + " ".join(files))  # sink
