# truth: hostile
# twin: decorator-changes-argument-safe.py

import functools
import os
import shlex

import flask


def quoted(function):
    @functools.wraps(function)
    def inner(value):
        return function(value.strip())

    return inner


@quoted
def look_up(host):
    os.system("dig " + host)  # sink


def view():
    look_up(flask.request.args["host"])
