# truth: safe
# twin: f-string-repr-hostile.py
import os

import flask


def view():
    name = flask.request.args["name"]
    os.system(f"say {len(name)!r}")  # sink
