# truth: safe
# twin: list-slice-assign-hostile.py
import os

import flask


def view():
    items = ["one", flask.request.args["two"], "three"]
    items[1:2] = ["fixed", "also-fixed"]
    os.system("report " + " ".join(items))  # sink
