# truth: safe
# twin: generator-expression-hostile.py

import os

import flask


def view():
    name = flask.request.args["name"]
    parts = (part for part in ["-l", str(len(name))] if part)
    os.popen("ls " + " ".join(parts))  # sink
