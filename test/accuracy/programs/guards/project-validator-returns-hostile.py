# truth: hostile
# twin: project-validator-returns-safe.py
import os

import flask


def is_simple(word):
    return len(word) < 64 and " " not in word


def view():
    word = flask.request.args["word"]
    if not is_simple(word):
        flask.abort(400)
    os.system("define " + word)  # sink
