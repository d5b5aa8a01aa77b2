# truth: hostile
# twin: truth-of-containers-safe.py
import os

import flask

OVERRIDES = ["path"]


def view():
    path = "/srv/data"
    if OVERRIDES:
        path = flask.request.args["path"]
    os.system("du -s " + path)  # sink
