# truth: hostile
# twin: base64-encoded-word-safe.py
import base64
import os

import flask


def view():
    name = flask.request.args["name"]
    word = base64.b64decode(base64.b64encode(name.encode())).decode()
    os.system("store x" + word)  # sink
