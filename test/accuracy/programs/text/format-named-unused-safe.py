# truth: safe
# twin: format-named-unused-hostile.py
import os

import flask


def view():
    values = {"path": flask.request.args["path"], "depth": "2"}
    os.system("tree -L {depth}".format(**values))  # sink
