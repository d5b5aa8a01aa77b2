# truth: safe
# twin: loop-range-index-hostile.py
import os

import flask


def view():
    rows = ["first", "second", flask.request.args["third"]]
    picked = ""
    for at in range(2):
        picked = rows[at]
    os.system("process " + picked)  # sink
