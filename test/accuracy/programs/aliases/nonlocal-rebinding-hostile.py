# truth: hostile
# twin: nonlocal-rebinding-safe.py

import os

import flask


def view():
    command = "true"

    def choose():
        nonlocal command
        command = flask.request.args["command"]

    choose()
    os.system(command)  # sink
