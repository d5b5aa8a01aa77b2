# truth: safe
# twin: function-returns-argument-hostile.py

import os

import flask


def with_defaults(options):
    result = options.copy()
    result.setdefault("format", "a4")
    return result


def view():
    options = {"printer": "office"}
    full = with_defaults(options)
    full["printer"] = flask.request.form["printer"]
    os.system("lpr -P " + options["printer"])  # sink
