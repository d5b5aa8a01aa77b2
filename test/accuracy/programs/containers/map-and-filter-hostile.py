# truth: hostile
# twin: map-and-filter-safe.py
import os

import flask


def view():
    raw = ["one", flask.request.args["two"]]
    upper = list(map(str.upper, raw))
    os.system("show " + upper[1])  # sink
