# truth: hostile
# twin: delete-and-rebind-safe.py

import os

import flask


def view():
    name = flask.request.args["name"]
    kept = [name]
    del name
    name = "default"
    os.system("theme " + kept[0])  # sink
