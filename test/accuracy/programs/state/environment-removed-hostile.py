# truth: hostile
# twin: environment-removed-safe.py

import os

import flask


def view():
    os.environ["TARGET"] = flask.request.args["target"]
    os.environ.get("TARGET")
    os.system("deploy " + os.environ.get("TARGET", "staging"))  # sink
