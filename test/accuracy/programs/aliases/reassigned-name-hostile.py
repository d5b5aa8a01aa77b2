# truth: hostile
# twin: reassigned-name-safe.py

import os

import flask


def view():
    asked = flask.request.args["name"]
    kept = asked
    asked = "nobody"
    os.system("id " + kept)  # sink
