# truth: safe
# twin: decorator-changes-argument-hostile.py

import functools
import os
import shlex

import flask


def quoted(function):
    @functools.wraps(function)
    def inner(value):
        return function(shlex.quote(value.strip()))

    return inner


@quoted
def look_up(host):
    os.system("dig " + host)  # sink


def view():
    look_up(flask.request.args["host"])
