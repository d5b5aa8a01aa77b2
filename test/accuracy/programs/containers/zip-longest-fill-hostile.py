# truth: hostile
# twin: zip-longest-fill-safe.py

import itertools
import os

import flask


def view():
    keys = ["HOST", "PORT"]
    values = ["localhost"]
    pairs = dict(itertools.zip_longest(keys, values, fillvalue=flask.request.args["fill"]))
    os.system("nc " + pairs["PORT"])  # sink
