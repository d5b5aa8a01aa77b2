# truth: hostile
# twin: equality-or-safe.py
import os

import flask


def view():
    mode = flask.request.args["mode"]
    if mode == "report" or len(mode) > 3:
        os.system("run --mode " + mode)  # sink
