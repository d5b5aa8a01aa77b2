# truth: hostile
# twin: swap-by-temporary-safe.py

import os

import flask


def view():
    first, second = "a.txt", flask.request.args["file"]
    spare = first
    first = second
    second = spare
    os.system("head " + first)  # sink
