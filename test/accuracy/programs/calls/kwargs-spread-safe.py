# truth: safe
# twin: kwargs-spread-hostile.py

import os

import flask

DEFAULTS = {"branch": "main", "remote": "origin"}


def fetch(remote, branch):
    os.system(f"git fetch {remote} {branch}")  # sink


def view():
    options = dict(DEFAULTS)
    options["branch"] = flask.request.args["branch"]
    fetch(**DEFAULTS)
