# truth: hostile
# twin: mutual-recursion-safe.py

import os

import flask


def even(words, found):
    if not words:
        return found
    return odd(words[1:], found + [words[0]])


def odd(words, found):
    if not words:
        return found
    return even(words[1:], found + ["odd"])


def view():
    words = flask.request.args["words"].split(",")
    os.system("echo " + " ".join(even(words, [])))  # sink
