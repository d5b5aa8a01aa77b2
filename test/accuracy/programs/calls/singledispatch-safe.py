# truth: safe
# twin: singledispatch-hostile.py

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
    os.system("seq " + argument(len(value)))  # sink
