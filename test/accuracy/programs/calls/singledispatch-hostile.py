# truth: hostile
# twin: singledispatch-safe.py

import functools
import os

import flask


@functools.singledispatch
def argument(value):
    return "unknown"


@argument.register
def _(value: int):
    return str(value)


@argument.register
def _(value: str):
    return value


def view():
    value = flask.request.args["value"]
    os.system("seq " + argument(value))  # sink
