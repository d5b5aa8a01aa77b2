# truth: safe
# twin: nonlocal-rebinding-hostile.py

import os

import flask


def view():
    command = "true"

    def choose():
        command = flask.request.args["command"]
        return command

    choose()
    os.system(command)  # sink
