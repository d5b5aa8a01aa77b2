# truth: hostile
# twin: length-limit-safe.py
import os

import flask


def view():
    name = flask.request.args["name"]
    if len(name) > 40:
        return "too long"
    os.system("useradd x" + name)  # sink
