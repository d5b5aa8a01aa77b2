# truth: safe
# twin: early-return-hostile.py

import os

import flask


def choose(value, fixed):
    if fixed:
        return "fixed"
    return value


def view():
    value = flask.request.args["value"]
    os.system("use " + choose(value, fixed=True))  # sink
