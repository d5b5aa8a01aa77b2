# truth: safe
# twin: prefix-of-command-hostile.py
# payloads: ["report; owned"]
import os

import flask


def view():
    command = flask.request.args["command"]
    if not command == "report":
        flask.abort(403)
    os.system(command)  # sink
