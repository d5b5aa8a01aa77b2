# truth: hostile
# twin: format-named-unused-safe.py
import os

import flask


def view():
    values = {"path": flask.request.args["path"], "depth": "2"}
    os.system("tree -L {path}".format(**values))  # sink
