# truth: safe
# twin: dict-fromkeys-hostile.py
import os

import flask


def view():
    table = dict.fromkeys(["x", "y"], "0")
    flask.request.args.get("v")
    os.system("plot " + table["y"])  # sink
