# truth: hostile
# twin: f-string-repr-safe.py
import os

import flask


def view():
    name = flask.request.args["name"]
    os.system(f"say {name!r}")  # sink
