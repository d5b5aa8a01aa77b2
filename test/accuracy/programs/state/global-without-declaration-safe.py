# truth: safe
# twin: global-without-declaration-hostile.py

import os

import flask

path = "/srv/default"


def choose():
    path = flask.request.args["path"]
    return path


def view():
    choose()
    os.system("du " + path)  # sink
