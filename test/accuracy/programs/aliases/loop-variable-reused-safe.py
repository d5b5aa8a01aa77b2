# truth: safe
# twin: loop-variable-reused-hostile.py

import os

import flask


def view():
    item = flask.request.args["item"]
    kept = item
    for item in ("one", "two"):
        print("at", item)
    os.system("echo " + item)  # sink
