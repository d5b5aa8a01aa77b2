# truth: safe
# twin: swap-by-temporary-hostile.py

import os

import flask


def view():
    first, second = "a.txt", flask.request.args["file"]
    spare = first
    first = second
    second = spare
    os.system("head " + second)  # sink
