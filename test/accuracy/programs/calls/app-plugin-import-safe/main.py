# truth: safe
# twin: app-plugin-import-hostile
# payloads: ["report"]
# known: undecided -- modules imported by a name put together from parts are not followed

import importlib

import flask

FORMATS = ("verbatim", "length")


def load(name):
    if name not in FORMATS:
        raise ValueError(name)
    return importlib.import_module("formats." + name)


def view():
    module = load("length")
    return module.convert(flask.request.form["text"])
