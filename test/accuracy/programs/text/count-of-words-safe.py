# truth: safe
# twin: count-of-words-hostile.py
import os

import flask


def view():
    text = flask.request.args["text"]
    words = text.split(",")
    os.system("progress --total " + str(len(words)))  # sink
