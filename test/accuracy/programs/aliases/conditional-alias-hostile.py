# truth: hostile
# twin: conditional-alias-safe.py

import os

import flask


def view():
    asked, fixed = {"file": ""}, {"file": "a.txt"}
    chosen = fixed if len(fixed) == 1 else asked
    chosen["file"] = flask.request.args["file"]
    os.system("less " + fixed["file"])  # sink
