# truth: hostile
# twin: isidentifier-safe.py
# payloads: ["owned", ";owned"]
import os

import flask


def view():
    name = flask.request.args["name"]
    if name.strip("; ").isidentifier():
        os.system("pip show " + name)  # sink
