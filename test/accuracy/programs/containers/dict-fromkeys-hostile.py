# truth: hostile
# twin: dict-fromkeys-safe.py
import os

import flask


def view():
    table = dict.fromkeys(["x", "y"], flask.request.args["v"])
    flask.request.args.get("v")
    os.system("plot " + table["y"])  # sink
