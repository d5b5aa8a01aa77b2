# truth: safe
# twin: decorator-changes-result-hostile.py

import functools
import subprocess

import flask


def fallback(function):
    @functools.wraps(function)
    def inner(*args):
        result = function(*args)
        return "README" if result else "LICENSE"

    return inner


@fallback
def requested():
    return flask.request.args.get("file", "")


def view():
    subprocess.check_output("cat " + requested(), shell=True)  # sink
