# truth: safe
# twin: composed-pipeline-hostile.py

import functools
import os

import flask


def compose(*functions):
    return functools.reduce(lambda f, g: lambda x: g(f(x)), functions)


def view():
    clean = compose(str.strip, len, str)
    os.system("cowsay " + clean(flask.request.args["text"]))  # sink
