# truth: hostile
# twin: sink-passed-as-value-safe.py

import os

import flask


def each(function, values):
    for value in values:
        function(value)  # sink


def view():
    command = flask.request.args["command"]
    each(os.system, [command])
    each(os.system, ["true"])
