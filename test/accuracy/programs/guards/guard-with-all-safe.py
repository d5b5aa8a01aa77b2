# truth: safe
# twin: guard-with-all-hostile.py
# payloads: ["a,;owned"]
import os

import flask


def view():
    words = flask.request.args["words"].split(",")
    if not all(word.isalnum() for word in words):
        flask.abort(400)
    os.system("index " + " ".join(words))  # sink
