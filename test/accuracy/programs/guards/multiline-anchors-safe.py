# truth: safe
# twin: multiline-anchors-hostile.py
import os
import re

import flask


def view():
    name = flask.request.args["name"]
    if not re.match(r"^\w+$", name):
        flask.abort(400)
    os.system("show " + name)  # sink
