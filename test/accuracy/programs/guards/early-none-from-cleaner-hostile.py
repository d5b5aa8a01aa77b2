# truth: hostile
# twin: early-none-from-cleaner-safe.py

import os
import re

import flask


def cleaned(text):
    found = re.search(r"[a-z]+", text)
    return found.group() if found else None


def view():
    text = flask.request.args["text"]
    word = cleaned(text)
    if word is None:
        return "nothing to look up", 404
    os.system("dict " + text)  # sink
