# truth: safe
# twin: local-shadows-global-hostile.py

import os

import flask

asked = "nothing"


def read():
    print(len(flask.request.args["asked"]))
    asked = flask.request.args["asked"]
    return len(asked)


def view():
    read()
    os.system("show " + asked)  # sink
