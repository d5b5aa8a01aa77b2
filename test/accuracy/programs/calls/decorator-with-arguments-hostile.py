# truth: hostile
# twin: decorator-with-arguments-safe.py

import functools
import os

import flask


def inject(**extra):
    def decorate(function):
        @functools.wraps(function)
        def inner(*args):
            return function(*args, **extra)

        return inner

    return decorate


@inject(target="/srv/www")
def sync(source, target):
    os.system(f"rsync -a {source} {target}")  # sink


def view():
    sync(flask.request.args["source"])
