# truth: hostile
# twin: quotes-by-hand-safe.py
import os

import flask


def view():
    name = flask.request.args["name"]
    quoted = "'" + name + "'"
    os.system("cat -- " + quoted)  # sink
