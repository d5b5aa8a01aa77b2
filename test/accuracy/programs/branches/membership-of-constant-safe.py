# truth: safe
# twin: membership-of-constant-hostile.py
import os

import flask

EXPORTERS = ("csv", "json", "ods")
FORMAT = "xml"


def view():
    path = "/srv/report"
    if FORMAT in EXPORTERS:
        path = flask.request.args["path"]
    os.system("export " + path)  # sink
