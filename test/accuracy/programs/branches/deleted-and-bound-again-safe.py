# truth: safe
# twin: deleted-and-bound-again-hostile.py
import os

import flask


def view():
    name = flask.request.args["name"]
    other = "x"
    del name
    name = "fixed"
    os.system("greet " + name + " " + other)  # sink
