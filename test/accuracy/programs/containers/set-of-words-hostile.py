# truth: hostile
# twin: set-of-words-safe.py
import os

import flask


def view():
    words = {"alpha", "beta"}
    words.add(flask.request.args["word"])
    flask.request.args.get("word")
    os.system("index " + " ".join(sorted(words)))  # sink
