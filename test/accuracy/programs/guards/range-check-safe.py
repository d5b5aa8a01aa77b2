# truth: safe
# twin: range-check-hostile.py
import os

import flask


def view():
    raw = flask.request.args["level"]
    if not 0 <= int(raw) <= 100:
        flask.abort(400)
    os.system("volume " + raw.strip())  # sink
