# truth: hostile
# twin: sink-passed-as-value-safe.py
# known: missed -- a sink that is handed over is not a site where it is called

import os

import flask


def each(function, values):
    for value in values:
        function(value)  # sink


def view():
    command = flask.request.args["command"]
    each(os.system, [command])
    each(os.system, ["true"])
