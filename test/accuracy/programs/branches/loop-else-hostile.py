# truth: hostile
# twin: loop-else-safe.py
import os

import flask

KNOWN = ["alpha", "beta", "gamma"]


def view():
    wanted = "delta"
    chosen = "none"
    for each in KNOWN:
        if each == wanted:
            chosen = each
            break
    else:
        chosen = flask.request.args["project"]
    os.system("make -C " + chosen)  # sink
