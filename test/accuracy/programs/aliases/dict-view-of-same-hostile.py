# truth: hostile
# twin: dict-view-of-same-safe.py

import os

import flask


def view():
    values = {"name": "root"}
    names = values.values()
    values["name"] = flask.request.form["name"]
    os.system("id " + " ".join(names))  # sink
