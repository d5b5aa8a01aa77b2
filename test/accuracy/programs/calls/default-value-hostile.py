# truth: hostile
# twin: default-value-safe.py

import os

import flask


def report(name, layout=None):
    layout = layout or "plain"
    os.system(f"render --layout={layout} {len(name)}")  # sink


def view():
    name = flask.request.args["name"]
    report(name, name)
