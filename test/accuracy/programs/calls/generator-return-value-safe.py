# truth: safe
# twin: generator-return-value-hostile.py

import os

import flask


def inner():
    name = flask.request.args["name"]
    yield name
    return "step"


def outer():
    result = yield from inner()
    os.system("notify-send " + result)  # sink


def view():
    for step in outer():
        print("at", step)
