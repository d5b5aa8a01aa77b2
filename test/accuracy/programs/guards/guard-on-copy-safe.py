# truth: safe
# twin: guard-on-copy-hostile.py
import os

import flask


def view():
    name = flask.request.args["name"]
    first = name
    if not first.isalnum():
        flask.abort(400)
    os.system("show " + name)  # sink
