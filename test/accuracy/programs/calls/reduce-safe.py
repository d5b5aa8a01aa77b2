# truth: safe
# twin: reduce-hostile.py

import functools
import os

import flask


def view():
    words = ["find", "/srv", flask.request.args["test"]]
    command = functools.reduce(lambda left, right: left, words)
    os.system(command)  # sink
