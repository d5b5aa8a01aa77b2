# truth: safe
# twin: environment-hostile.py

import os

import flask


def view():
    os.environ["REPORT_TITLE"] = flask.request.args["value"].replace("\0", "")
    os.environ.setdefault("REPORT_NAME", "daily")
    os.system("report --name " + os.environ["REPORT_NAME"])  # sink
