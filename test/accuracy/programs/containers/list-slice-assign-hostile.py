# truth: hostile
# twin: list-slice-assign-safe.py
import os

import flask


def view():
    items = ["one", flask.request.args["two"], "three"]
    items[2:3] = ["fixed", "also-fixed"]
    os.system("report " + " ".join(items))  # sink
