# truth: hostile
# twin: bool-conversion-safe.py
import os

import flask


def view():
    raw = flask.request.args["verbose"]
    verbose = bool(raw)
    os.system(f"job --verbose={verbose and raw}")  # sink
