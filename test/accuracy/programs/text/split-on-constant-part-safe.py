# truth: safe
# twin: split-on-constant-part-hostile.py
import os

import flask


def view():
    line = "user:" + flask.request.args["user"]
    os.system("finger " + line.split(":", 1)[0])  # sink
