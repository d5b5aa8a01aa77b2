# truth: hostile
# twin: index-of-character-safe.py
import os

import flask


def view():
    text = flask.request.args["text"]
    at = text.find(":")
    os.system("seek " + text[at + 1 :])  # sink
