# truth: safe
# twin: environment-hostile.py

import os

import flask


def view():
    os.environ["REPORT_NAME"] = "daily"
    os.environ["REPORT_TITLE"] = flask.request.args["value"]
    os.system("report --name " + os.environ["REPORT_NAME"])  # sink
