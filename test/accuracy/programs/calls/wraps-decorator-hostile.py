# truth: hostile
# twin: wraps-decorator-safe.py

import functools
import os

import flask


def logged(function):
    @functools.wraps(function)
    def inner(*args, **kwargs):
        print("call", function.__name__)
        return function(*args, **kwargs)

    return inner


@logged
def resize(size, file):
    os.popen(f"mogrify -resize {size} {file}")  # sink


def view():
    size = flask.request.args["size"]
    resize(size, file="logo.png")
