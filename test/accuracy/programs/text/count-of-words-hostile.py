# truth: hostile
# twin: count-of-words-safe.py
import os

import flask


def view():
    text = flask.request.args["text"]
    words = text.split(",")
    os.system("progress --total " + words[0])  # sink
