# truth: hostile
# twin: replace-characters-safe.py
import os

import flask


def view():
    name = flask.request.args["name"].replace(" ", "_")
    label = name.replace("/", "-")
    os.system("label " + label)  # sink
