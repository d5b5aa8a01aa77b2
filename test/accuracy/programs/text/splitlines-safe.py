# truth: safe
# twin: splitlines-hostile.py
import os

import flask


def view():
    text = "title\n" + flask.request.args["text"]
    lines = text.splitlines()
    os.system("print " + lines[0])  # sink
