# truth: hostile
# twin: decorator-changes-result-safe.py

import functools
import subprocess

import flask


def fallback(function):
    @functools.wraps(function)
    def inner(*args):
        result = function(*args)
        return result or "README"

    return inner


@fallback
def requested():
    return flask.request.args.get("file", "")


def view():
    subprocess.check_output("cat " + requested(), shell=True)  # sink
