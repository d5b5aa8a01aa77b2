# truth: hostile
# twin: augmented-parameter-safe.py

import os

import flask


def extend(words, more):
    words += [more]
    return len(words)


def view():
    words = ["ls"]
    extend(words, flask.request.args["option"])
    os.system(" ".join(words))  # sink
