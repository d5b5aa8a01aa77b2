# truth: hostile
# twin: globals-function-safe.py

import os

import flask

host = "localhost"


def view():
    globals()["host"] = flask.request.args["host"]
    os.popen("ssh-keyscan " + host)  # sink
