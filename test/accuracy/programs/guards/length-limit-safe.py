# truth: safe
# twin: length-limit-hostile.py
import os

import flask


def view():
    name = flask.request.args["name"]
    if len(name) > 40 or not name.isalnum():
        return "too long"
    os.system("useradd x" + name)  # sink
