# truth: hostile
# twin: map-of-system-safe.py

import os

import flask


def view():
    commands = ["sync", flask.request.args["command"]]
    list(map(os.system, commands))  # sink
