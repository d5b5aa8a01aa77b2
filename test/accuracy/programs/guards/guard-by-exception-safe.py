# truth: safe
# twin: guard-by-exception-hostile.py
import os

import flask

SIZES = ["report", "7", "csv"]


def view():
    size = flask.request.args["size"]
    try:
        SIZES.index(size)
    except ValueError:
        size = "7"
    os.system("resize " + size)  # sink
