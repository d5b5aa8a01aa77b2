# truth: safe
# twin: truth-of-containers-hostile.py
import os

import flask

OVERRIDES = []


def view():
    path = "/srv/data"
    if OVERRIDES:
        path = flask.request.args["path"]
    os.system("du -s " + path)  # sink
