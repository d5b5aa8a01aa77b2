# truth: safe
# twin: format-map-hostile.py
import os

import flask


def view():
    fields = {"a": flask.request.args["a"], "b": "fixed"}
    os.system("log {b}".format_map(fields))  # sink
