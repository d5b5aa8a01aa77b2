# truth: safe
# twin: guard-in-loop-hostile.py
import os

import flask


def view():
    words = flask.request.args.getlist("word")
    for word in words:
        if not word.isalnum():
            return "bad word"
    os.system("index " + " ".join(words))  # sink
