# truth: hostile
# twin: lambda-default-binding-safe.py

import os

import flask


def view():
    name = flask.request.args["name"]
    steps = []
    for value in (name, "done"):
        steps.append(lambda value=value: value)
    os.system("logger " + steps[0]())  # sink
