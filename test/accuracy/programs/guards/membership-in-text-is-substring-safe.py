# truth: safe
# twin: membership-in-text-is-substring-hostile.py
# payloads: ["report; owned"]
import os

import flask

KNOWN = "report html index.html csv"


def view():
    name = flask.request.args["name"]
    if name not in KNOWN.split():
        flask.abort(404)
    os.system("open " + name)  # sink
