# truth: hostile
# twin: flask-g-safe.py

import os

import flask


def before():
    flask.g.language = flask.request.args["language"]
    flask.g.theme = "plain"


def view():
    before()
    os.system(f"translate --to {flask.g.language}")  # sink
