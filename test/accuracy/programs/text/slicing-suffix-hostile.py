# truth: hostile
# twin: slicing-suffix-safe.py
import os

import flask


def view():
    text = "prefix-" + flask.request.args["rest"]
    os.system("use " + text[7:])  # sink
