# truth: hostile
# twin: deleted-and-bound-again-safe.py
import os

import flask


def view():
    name = flask.request.args["name"]
    other = name
    del name
    name = "fixed"
    os.system("greet " + name + " " + other)  # sink
