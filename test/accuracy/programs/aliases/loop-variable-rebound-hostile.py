# truth: hostile
# twin: loop-variable-rebound-safe.py

import os

import flask


def view():
    words = ["a", "b"]
    for at, word in enumerate(words):
        word = word + flask.request.args["suffix"]
        words[at] = word
    os.system("echo " + " ".join(words))  # sink
