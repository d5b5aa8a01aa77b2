# truth: hostile
# twin: decorator-guard-safe.py
import functools
import os

import flask


def only_simple(function):
    @functools.wraps(function)
    def checked(name):
        if not name.isprintable():
            flask.abort(400)
        return function(name)

    return checked


@only_simple
def show(name):
    os.system("show " + name)  # sink


def view():
    show(flask.request.args["name"])
