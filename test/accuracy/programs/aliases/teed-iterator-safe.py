# truth: safe
# twin: teed-iterator-hostile.py

import itertools
import os

import flask


def view():
    names = iter(["alpha", flask.request.args["name"]])
    one, two = itertools.tee(names)
    next(one)
    os.system("host " + next(two))  # sink
