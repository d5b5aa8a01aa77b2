# truth: hostile
# twin: conditional-alias-safe.py

import subprocess

import flask


def view():
    asked, fixed = {"file": ""}, {"file": "a.txt"}
    chosen = fixed if len(fixed) == 1 else asked
    chosen["file"] = flask.request.args["file"]
    subprocess.getoutput("less " + fixed["file"])  # sink
