# truth: hostile
# twin: padding-safe.py
import os

import flask


def view():
    number = flask.request.args["n"]
    os.system("page " + number.zfill(6).ljust(8, "_"))  # sink
