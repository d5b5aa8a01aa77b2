# truth: safe
# twin: negated-helper-hostile.py
import os

import flask


def is_bad(word):
    return not word.isalnum()


def view():
    word = flask.request.args["word"]
    if is_bad(word):
        return "bad word"
    os.system("define " + word)  # sink
