# truth: hostile
# twin: prefix-of-command-safe.py
# payloads: ["report; owned"]
import os

import flask


def view():
    command = flask.request.args["command"]
    if not command.startswith("report"):
        flask.abort(403)
    os.system(command)  # sink
