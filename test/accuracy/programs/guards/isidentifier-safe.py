# truth: safe
# twin: isidentifier-hostile.py
# payloads: ["owned", ";owned"]
# payloads: ["report"]
import os

import flask


def view():
    name = flask.request.args["name"]
    if name.isidentifier():
        os.system("pip show " + name)  # sink
