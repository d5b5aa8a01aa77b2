# truth: safe
# twin: environment-removed-hostile.py

import os

import flask


def view():
    os.environ["TARGET"] = flask.request.args["target"]
    os.environ.pop("TARGET")
    os.system("deploy " + os.environ.get("TARGET", "staging"))  # sink
