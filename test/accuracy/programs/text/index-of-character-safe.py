# truth: safe
# twin: index-of-character-hostile.py
import os

import flask


def view():
    text = flask.request.args["text"]
    at = text.find(":")
    os.system("seek " + str(at))  # sink
