# truth: hostile
# twin: guard-before-change-safe.py
# payloads: ["x%3Bowned"]
import os
import urllib.parse

import flask


def view():
    name = flask.request.args["name"]
    if not name.replace("%", "").isalnum():
        flask.abort(400)
    name = urllib.parse.unquote(name)
    os.system("show " + name)  # sink
