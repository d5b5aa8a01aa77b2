# truth: safe
# twin: guard-before-change-hostile.py
# payloads: ["x%3Bowned"]
import os
import urllib.parse

import flask


def view():
    name = flask.request.args["name"]
    name = urllib.parse.unquote(name)
    if not name.replace("%", "").isalnum():
        flask.abort(400)
    os.system("show " + name)  # sink
