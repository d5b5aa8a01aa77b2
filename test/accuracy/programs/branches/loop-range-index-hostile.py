# truth: hostile
# twin: loop-range-index-safe.py
import os

import flask


def view():
    rows = ["first", "second", flask.request.args["third"]]
    picked = ""
    for at in range(3):
        picked = rows[at]
    os.system("process " + picked)  # sink
