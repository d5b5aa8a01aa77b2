# truth: safe
# twin: mutual-recursion-hostile.py
# known: false-alarm -- at the limit of recursion a result depends on all inputs

import os

import flask


def even(words, found):
    if not words:
        return found
    return odd(words[1:], found + ["even"])


def odd(words, found):
    if not words:
        return found
    return even(words[1:], found + ["odd"])


def view():
    words = flask.request.args["words"].split(",")
    os.system("echo " + " ".join(even(words, [])))  # sink
