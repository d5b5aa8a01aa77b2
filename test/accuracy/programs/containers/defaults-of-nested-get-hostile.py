# truth: hostile
# twin: defaults-of-nested-get-safe.py

import os

import flask


def view():
    config = {"db": {"host": "localhost"}, "ui": {"theme": flask.request.args["theme"]}}
    value = config.get("ui", {}).get("theme", "none")
    os.system("nc -z " + value + " 5432")  # sink
