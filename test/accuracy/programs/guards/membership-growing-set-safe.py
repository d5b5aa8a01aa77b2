# truth: safe
# twin: membership-growing-set-hostile.py
import os

import flask

allowed = {"report", "csv"}


def view():
    name = flask.request.args["name"]
    allowed.discard("html")
    if name not in allowed:
        flask.abort(403)
    os.system("make " + name)  # sink
