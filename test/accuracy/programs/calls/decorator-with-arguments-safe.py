# truth: safe
# twin: decorator-with-arguments-hostile.py

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
    os.system(f"rsync -a {'build/'} {target}")  # sink


def view():
    sync(flask.request.args["source"])
