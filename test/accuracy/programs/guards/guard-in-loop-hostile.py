# truth: hostile
# twin: guard-in-loop-safe.py
import os

import flask


def view():
    words = flask.request.args.getlist("word")
    for word in words:
        if not word.isalnum():
            break
    os.system("index " + " ".join(words))  # sink
