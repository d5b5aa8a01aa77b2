# truth: safe
# twin: quotes-by-hand-hostile.py
import os

import flask


def view():
    name = flask.request.args["name"]
    quoted = "'" + name.replace("'", "'\\''") + "'"
    os.system("cat -- " + quoted)  # sink
