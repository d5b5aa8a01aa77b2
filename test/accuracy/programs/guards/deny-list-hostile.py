# truth: hostile
# twin: deny-list-safe.py
import os

import flask

FORBIDDEN = (";", "|", "&")


def view():
    name = flask.request.args["name"]
    if any(each in name for each in FORBIDDEN):
        flask.abort(400)
    os.system("echo x" + name)  # sink
