# truth: safe
# twin: base64-encoded-word-hostile.py
import base64
import os

import flask


def view():
    name = flask.request.args["name"]
    word = base64.b16encode(name.encode()).decode()
    os.system("store x" + word)  # sink
