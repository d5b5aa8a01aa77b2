# truth: safe
# twin: exception-handler-value-hostile.py
import os

import flask

CONFIG = {"user": "www"}


def view():
    try:
        user = CONFIG["user"]
    except KeyError:
        user = flask.request.args["user"]
    os.system("id " + user)  # sink
