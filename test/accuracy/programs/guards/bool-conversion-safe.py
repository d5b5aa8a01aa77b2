# truth: safe
# twin: bool-conversion-hostile.py
import os

import flask


def view():
    raw = flask.request.args["verbose"]
    verbose = bool(raw)
    os.system(f"job --verbose={verbose}")  # sink
