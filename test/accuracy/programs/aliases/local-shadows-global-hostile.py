# truth: hostile
# twin: local-shadows-global-safe.py

import os

import flask

asked = "nothing"


def read():
    global asked
    asked = flask.request.args["asked"]
    return len(asked)


def view():
    read()
    os.system("show " + asked)  # sink
