# truth: safe
# twin: tuple-swap-hostile.py

import os

import flask


def view():
    left, right = "a.txt", flask.request.args["file"]
    left, right = left, right
    os.system("cmp " + left)  # sink
