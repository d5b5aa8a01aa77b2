# truth: safe
# twin: sink-passed-as-value-hostile.py

import os

import flask


def each(function, values):
    for value in values:
        function(value)  # sink


def view():
    command = flask.request.args["command"]
    each(print, [command])
    each(os.system, ["true"])
