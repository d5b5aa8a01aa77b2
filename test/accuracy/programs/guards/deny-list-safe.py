# truth: safe
# twin: deny-list-hostile.py
import os

import flask

FORBIDDEN = (";", "|", "&")


def view():
    name = flask.request.args["name"]
    if not all(each.isalnum() for each in name):
        flask.abort(400)
    os.system("echo x" + name)  # sink
