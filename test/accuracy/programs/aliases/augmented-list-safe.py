# truth: safe
# twin: augmented-list-hostile.py

import os

import flask


def view():
    words = ["echo"]
    more = words
    more = more + [flask.request.args["word"]]
    print(len(more))
    os.system(" ".join(words))  # sink
