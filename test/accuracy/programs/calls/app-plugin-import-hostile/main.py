# truth: hostile
# twin: app-plugin-import-safe
# payloads: ["report"]
# known: missed -- modules imported by a name put together from parts are not followed

import importlib

import flask

FORMATS = ("verbatim", "length")


def load(name):
    if name not in FORMATS:
        raise ValueError(name)
    return importlib.import_module("formats." + name)


def view():
    module = load("verbatim")
    return module.convert(flask.request.form["text"])
