# truth: hostile
# twin: augmented-list-safe.py

import os

import flask


def view():
    words = ["echo"]
    more = words
    more += [flask.request.args["word"]]
    print(len(more))
    os.system(" ".join(words))  # sink
