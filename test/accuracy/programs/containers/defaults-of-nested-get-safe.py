# truth: safe
# twin: defaults-of-nested-get-hostile.py

import os

import flask


def view():
    config = {"db": {"host": "localhost"}, "ui": {"theme": flask.request.args["theme"]}}
    value = config.get("db", {}).get("host", "none")
    os.system("nc -z " + value + " 5432")  # sink
