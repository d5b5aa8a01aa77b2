# truth: hostile
# twin: app-plugin-import-safe
# payloads: ["report"]

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
