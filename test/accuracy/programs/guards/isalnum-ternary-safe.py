# truth: safe
# twin: isalnum-ternary-hostile.py
import os

import flask


def view():
    raw = flask.request.args["word"]
    word = raw if raw.isalnum() else "none"
    os.system("define " + word)  # sink
