# truth: safe
# twin: decorator-guard-hostile.py
import functools
import os

import flask


def only_simple(function):
    @functools.wraps(function)
    def checked(name):
        if not name.isalnum():
            flask.abort(400)
        return function(name)

    return checked


@only_simple
def show(name):
    os.system("show " + name)  # sink


def view():
    show(flask.request.args["name"])
