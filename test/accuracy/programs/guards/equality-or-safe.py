# truth: safe
# twin: equality-or-hostile.py
import os

import flask


def view():
    mode = flask.request.args["mode"]
    if mode == "report" or mode == "csv":
        os.system("run --mode " + mode)  # sink
