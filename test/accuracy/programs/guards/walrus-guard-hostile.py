# truth: hostile
# twin: walrus-guard-safe.py
import os
import re

import flask


def view():
    raw = flask.request.args["id"]
    if (found := re.match(r"\d+", raw)) is None:
        flask.abort(404)
    os.system("ticket " + raw)  # sink
    return found.group()
