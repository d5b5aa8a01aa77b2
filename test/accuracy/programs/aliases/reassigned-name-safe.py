# truth: safe
# twin: reassigned-name-hostile.py

import os

import flask


def view():
    asked = flask.request.args["name"]
    kept = asked
    asked = "nobody"
    os.system("id " + asked)  # sink
