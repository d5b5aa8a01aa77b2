# truth: hostile
# twin: membership-in-text-is-substring-safe.py
# payloads: ["report; owned"]
import os

import flask

KNOWN = "report html index.html csv"


def view():
    name = flask.request.args["name"]
    if KNOWN.split()[0] not in name:
        flask.abort(404)
    os.system("open " + name)  # sink
