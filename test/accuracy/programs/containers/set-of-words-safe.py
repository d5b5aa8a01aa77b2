# truth: safe
# twin: set-of-words-hostile.py
import os

import flask


def view():
    words = {"alpha", "beta"}
    words.add("gamma")
    flask.request.args.get("word")
    os.system("index " + " ".join(sorted(words)))  # sink
