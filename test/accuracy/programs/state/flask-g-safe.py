# truth: safe
# twin: flask-g-hostile.py

import os

import flask


def before():
    flask.g.language = flask.request.args["language"]
    flask.g.theme = "plain"


def view():
    before()
    os.system(f"translate --to {flask.g.theme}")  # sink
