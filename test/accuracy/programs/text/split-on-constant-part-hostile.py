# truth: hostile
# twin: split-on-constant-part-safe.py
import os

import flask


def view():
    line = "user:" + flask.request.args["user"]
    os.system("finger " + line.split(":", 1)[1])  # sink
