# truth: hostile
# twin: reduce-safe.py

import functools
import os

import flask


def view():
    words = ["find", "/srv", flask.request.args["test"]]
    command = functools.reduce(lambda left, right: left + " " + right, words)
    os.system(command)  # sink
