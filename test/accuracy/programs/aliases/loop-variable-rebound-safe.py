# truth: safe
# twin: loop-variable-rebound-hostile.py

import os

import flask


def view():
    words = ["a", "b"]
    for at, word in enumerate(words):
        word = word + flask.request.args["suffix"]
        print(word)
    os.system("echo " + " ".join(words))  # sink
