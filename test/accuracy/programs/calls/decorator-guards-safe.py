# truth: safe
# twin: decorator-guards-hostile.py

import functools
import subprocess

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
    subprocess.run("supervisorctl restart " + name, shell=True)  # sink


def view():
    restart(flask.request.args["name"])
