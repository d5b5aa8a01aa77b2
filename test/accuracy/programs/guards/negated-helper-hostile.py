# truth: hostile
# twin: negated-helper-safe.py
import os

import flask


def is_bad(word):
    return ";" in word or "|" in word


def view():
    word = flask.request.args["word"]
    if is_bad(word):
        return "bad word"
    os.system("define " + word)  # sink
