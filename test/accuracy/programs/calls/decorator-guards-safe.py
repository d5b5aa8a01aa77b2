# truth: safe
# twin: decorator-guards-hostile.py

import functools
import os

import flask


def only_known(*names):
    def decorate(function):
        @functools.wraps(function)
        def inner(name):
            if name not in names:
                raise ValueError(name)
            return function(name)

        return inner

    return decorate


@only_known("web", "worker", "report")
def restart(name):
    os.system("supervisorctl restart " + name)  # sink


def view():
    restart(flask.request.args["name"])
