# truth: hostile
# twin: iterator-shared-safe.py

import os

import flask


def view():
    words = iter(["skip", flask.request.args["word"], "end"])
    same = words
    next(same)
    os.system("say " + next(words))  # sink
