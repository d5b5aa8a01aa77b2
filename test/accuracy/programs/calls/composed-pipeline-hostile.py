# truth: hostile
# twin: composed-pipeline-safe.py

import functools
import os

import flask


def compose(*functions):
    return functools.reduce(lambda f, g: lambda x: g(f(x)), functions)


def view():
    clean = compose(str.strip, str.lower, str)
    os.system("cowsay " + clean(flask.request.args["text"]))  # sink
