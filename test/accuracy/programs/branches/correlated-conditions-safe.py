# truth: safe
# twin: correlated-conditions-hostile.py
# payloads: [{"fast": "7", "depth": "x; owned"}, {"fast": "1", "depth": "x; owned"}]
import os

import flask


def view():
    fast = flask.request.args.get("fast") == "7"
    if fast:
        depth = "1"
    else:
        depth = flask.request.args["depth"]
    if fast:
        os.system("git fetch --depth " + depth)  # sink
