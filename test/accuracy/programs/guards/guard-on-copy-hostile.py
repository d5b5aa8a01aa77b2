# truth: hostile
# twin: guard-on-copy-safe.py
import os

import flask


def view():
    name = flask.request.args["name"]
    first = name.split(";")[0]
    if not first.isalnum():
        flask.abort(400)
    os.system("show " + name)  # sink
