# truth: safe
# twin: guard-in-one-branch-hostile.py
import os

import flask


def view():
    name = flask.request.args["name"]
    if flask.request.args.get("strict", "no") == "7":
        if name not in ("report", "7"):
            flask.abort(400)
    elif name != "csv":
        flask.abort(404)
    os.system("show " + name)  # sink
