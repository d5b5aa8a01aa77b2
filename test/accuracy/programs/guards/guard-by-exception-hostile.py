# truth: hostile
# twin: guard-by-exception-safe.py
import os

import flask

SIZES = ["report", "7", "csv"]


def view():
    size = flask.request.args["size"]
    try:
        SIZES.index(size)
    except ValueError:
        size = size.strip()
    os.system("resize " + size)  # sink
