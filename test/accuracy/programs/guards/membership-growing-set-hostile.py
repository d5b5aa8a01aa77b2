# truth: hostile
# twin: membership-growing-set-safe.py
import os

import flask

allowed = {"report", "csv"}


def view():
    name = flask.request.args["name"]
    allowed.add(flask.request.args.get("also", "html"))
    if name not in allowed:
        flask.abort(403)
    os.system("make " + name)  # sink
