# truth: safe
# twin: singledispatch-hostile.py

import functools
import subprocess

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
    subprocess.check_output("seq " + argument(len(value)), shell=True)  # sink
