# truth: hostile
# twin: slice-assignment-safe.py

import os

import flask


def view():
    words = ["sort", "-n", "list.txt"]
    same = words
    same[1:2] = [flask.request.args["flag"]]
    os.system(" ".join(words))  # sink
