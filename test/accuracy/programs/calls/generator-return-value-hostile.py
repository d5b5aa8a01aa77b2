# truth: hostile
# twin: generator-return-value-safe.py

import subprocess

import flask


def inner():
    name = flask.request.args["name"]
    yield "step"
    return name


def outer():
    result = yield from inner()
    subprocess.Popen("notify-send " + result, shell=True)  # sink


def view():
    for step in outer():
        print("at", step)
