# truth: safe
# twin: map-and-filter-hostile.py
import os

import flask


def view():
    raw = ["one", flask.request.args["two"]]
    upper = list(map(str.upper, raw))
    os.system("show " + upper[0])  # sink
