# truth: hostile
# twin: membership-of-constant-safe.py
import os

import flask

EXPORTERS = ("csv", "json", "ods")
FORMAT = "json"


def view():
    path = "/srv/report"
    if FORMAT in EXPORTERS:
        path = flask.request.args["path"]
    os.system("export " + path)  # sink
