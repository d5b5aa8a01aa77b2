# truth: safe
# twin: globals-function-hostile.py

import os

import flask

host = "localhost"


def view():
    globals()["asked"] = flask.request.args["host"]
    os.popen("ssh-keyscan " + host)  # sink
