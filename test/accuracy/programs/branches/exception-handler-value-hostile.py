# truth: hostile
# twin: exception-handler-value-safe.py
import os

import flask

CONFIG = {"user": "www"}


def view():
    try:
        user = CONFIG["group"]
    except KeyError:
        user = flask.request.args["user"]
    os.system("id " + user)  # sink
