# truth: safe
# twin: project-validator-returns-hostile.py
import os

import flask


def is_simple(word):
    return word.isascii() and word.isalnum()


def view():
    word = flask.request.args["word"]
    if not is_simple(word):
        flask.abort(400)
    os.system("define " + word)  # sink
