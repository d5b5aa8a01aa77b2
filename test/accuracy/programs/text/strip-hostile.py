# truth: hostile
# twin: strip-safe.py
import os

import flask


def view():
    raw = "  " + flask.request.args["q"] + "\n"
    os.system("query " + raw.strip())  # sink
    return flask.request.args.get("q")
