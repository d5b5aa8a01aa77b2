# truth: hostile
# twin: equality-safe.py
import os

import flask


def view():
    mode = flask.request.args["mode"]
    if mode != "report":
        os.system("run --mode " + mode)  # sink
