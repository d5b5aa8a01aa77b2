# truth: hostile
# twin: generator-expression-safe.py

import os

import flask


def view():
    name = flask.request.args["name"]
    parts = (part for part in ["-l", name] if part)
    os.popen("ls " + " ".join(parts))  # sink
