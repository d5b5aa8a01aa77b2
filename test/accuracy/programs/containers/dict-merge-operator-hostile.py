# truth: hostile
# twin: dict-merge-operator-safe.py
import os

import flask

DEFAULTS = {"branch": "main", "depth": "1"}


def view():
    asked = {"branch": flask.request.args["branch"]}
    merged = DEFAULTS | asked
    os.system("git clone -b " + merged["branch"] + " /srv/repo")  # sink
