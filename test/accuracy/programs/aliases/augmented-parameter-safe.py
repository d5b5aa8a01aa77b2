# truth: safe
# twin: augmented-parameter-hostile.py

import os

import flask


def extend(words, more):
    words = words + [more]
    return len(words)


def view():
    words = ["ls"]
    extend(words, flask.request.args["option"])
    os.system(" ".join(words))  # sink
