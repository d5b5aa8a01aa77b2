# truth: hostile
# twin: isalnum-ternary-safe.py
import os

import flask


def view():
    raw = flask.request.args["word"]
    word = raw if raw.isprintable() else "none"
    os.system("define " + word)  # sink
