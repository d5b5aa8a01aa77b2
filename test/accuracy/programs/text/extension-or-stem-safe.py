# truth: safe
# twin: extension-or-stem-hostile.py
# payloads: ["a.png", "; owned; .gif", "a.png; owned"]

import os

import flask


def view():
    stem, suffix = os.path.splitext(flask.request.args["file"])
    if suffix not in (".png", ".gif"):
        flask.abort(400)
    os.system("identify -list format" + suffix)  # sink
