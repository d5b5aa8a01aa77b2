# truth: safe
# twin: kwargs-forwarded-hostile.py

import os

import flask


def outer(**kwargs):
    kwargs.setdefault("unit", "web")
    return inner(**kwargs)


def inner(unit, reason=""):
    os.system(f"systemctl restart {unit}")  # sink
    return reason


def view():
    value = flask.request.args["value"]
    outer(reason=value)
