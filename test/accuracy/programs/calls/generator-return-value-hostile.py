# truth: hostile
# twin: generator-return-value-safe.py

import os

import flask


def inner():
    name = flask.request.args["name"]
    yield "step"
    return name


def outer():
    result = yield from inner()
    os.system("notify-send " + result)  # sink


def view():
    for step in outer():
        print("at", step)
