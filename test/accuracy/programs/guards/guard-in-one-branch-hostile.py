# truth: hostile
# twin: guard-in-one-branch-safe.py
import os

import flask


def view():
    name = flask.request.args["name"]
    if flask.request.args.get("strict", "no") == "7":
        if name not in ("report", "7"):
            flask.abort(400)
    elif not name:
        flask.abort(404)
    os.system("show " + name)  # sink
