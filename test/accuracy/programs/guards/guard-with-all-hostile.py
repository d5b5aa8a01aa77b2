# truth: hostile
# twin: guard-with-all-safe.py
# payloads: ["a,;owned"]
import os

import flask


def view():
    words = flask.request.args["words"].split(",")
    if not any(word.isalnum() for word in words):
        flask.abort(400)
    os.system("index " + " ".join(words))  # sink
