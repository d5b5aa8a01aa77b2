# truth: hostile
# twin: decorator-changes-argument-safe.py

import functools
import shlex
import subprocess

import flask


def quoted(function):
    @functools.wraps(function)
    def inner(value):
        return function(value.strip())

    return inner


@quoted
def look_up(host):
    subprocess.check_output("dig " + host, shell=True)  # sink


def view():
    look_up(flask.request.args["host"])
