# truth: hostile
# twin: one-arm-hostile-safe.py
# payloads: [{"mode": "7", "path": a} for a in shell_attacks] + [{"mode": "8", "path": "x"}]
import os

import flask


def view():
    if flask.request.args.get("mode") == "7":
        path = flask.request.args["path"]
    else:
        path = "/srv/default"
    os.system("tree " + path)  # sink
