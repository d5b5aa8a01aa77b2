# truth: safe
# twin: dict-view-of-same-hostile.py

import os

import flask


def view():
    values = {"name": "root"}
    names = list(values.values())
    values["name"] = flask.request.form["name"]
    os.system("id " + " ".join(names))  # sink
