# truth: safe
# twin: delete-and-rebind-hostile.py

import os

import flask


def view():
    name = flask.request.args["name"]
    kept = [name]
    del name
    name = "default"
    os.system("theme " + name)  # sink
