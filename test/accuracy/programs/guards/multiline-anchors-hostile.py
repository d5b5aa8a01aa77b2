# truth: hostile
# twin: multiline-anchors-safe.py
# payloads: ["x\nowned"]
import os
import re

import flask


def view():
    name = flask.request.args["name"]
    if not re.match(r"^\w+$", name, re.M):
        flask.abort(400)
    os.system("show " + name)  # sink
