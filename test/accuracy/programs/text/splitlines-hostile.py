# truth: hostile
# twin: splitlines-safe.py
import os

import flask


def view():
    text = "title\n" + flask.request.args["text"]
    lines = text.splitlines()
    os.system("print " + lines[1])  # sink
