# truth: safe
# twin: walrus-guard-hostile.py
import os
import re

import flask


def view():
    raw = flask.request.args["id"]
    if (found := re.fullmatch(r"\d+", raw)) is None:
        flask.abort(404)
    os.system("ticket " + found.group())  # sink
    return found.group()
