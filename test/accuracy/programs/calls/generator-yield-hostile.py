# truth: hostile
# twin: generator-yield-safe.py

import os

import flask


def commands(names):
    yield "uptime"
    for name in names:
        yield "cat " + name
    yield "sync"


def view():
    steps = list(commands([flask.request.args["name"]]))
    os.system(steps[1])  # sink
