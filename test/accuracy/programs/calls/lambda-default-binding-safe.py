# truth: safe
# twin: lambda-default-binding-hostile.py

import os

import flask


def view():
    name = flask.request.args["name"]
    steps = []
    for value in (name, "done"):
        steps.append(lambda value=value: value)
    os.system("logger " + steps[1]())  # sink
