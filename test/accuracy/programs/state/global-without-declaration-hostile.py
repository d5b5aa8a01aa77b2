# truth: hostile
# twin: global-without-declaration-safe.py

import os

import flask

path = "/srv/default"


def choose():
    global path
    path = flask.request.args["path"]


def view():
    choose()
    os.system("du " + path)  # sink
