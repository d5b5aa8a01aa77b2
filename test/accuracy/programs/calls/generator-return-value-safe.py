# truth: safe
# twin: generator-return-value-hostile.py

import subprocess

import flask


def inner():
    name = flask.request.args["name"]
    yield name
    return "step"


def outer():
    result = yield from inner()
    subprocess.Popen("notify-send " + result, shell=True)  # sink


def view():
    for step in outer():
        print("at", step)
