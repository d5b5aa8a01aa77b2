# truth: safe
# twin: conditional-alias-hostile.py

import os

import flask


def view():
    asked, fixed = {"file": ""}, {"file": "a.txt"}
    chosen = fixed if len(fixed) == 2 else asked
    chosen["file"] = flask.request.args["file"]
    os.system("less " + fixed["file"])  # sink
