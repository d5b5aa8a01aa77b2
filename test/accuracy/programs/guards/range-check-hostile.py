# truth: hostile
# twin: range-check-safe.py
import os

import flask


def view():
    raw = flask.request.args["level"]
    if len(raw) > 200:
        flask.abort(400)
    os.system("volume " + raw.strip())  # sink
