# truth: hostile
# twin: tuple-swap-safe.py

import os

import flask


def view():
    left, right = "a.txt", flask.request.args["file"]
    left, right = right, left
    os.system("cmp " + left)  # sink
