# truth: hostile
# twin: format-map-safe.py
import os

import flask


def view():
    fields = {"a": flask.request.args["a"], "b": "fixed"}
    os.system("log {a}".format_map(fields))  # sink
