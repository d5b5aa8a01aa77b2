# truth: safe
# twin: dict-merge-operator-hostile.py
import os

import flask

DEFAULTS = {"branch": "main", "depth": "1"}


def view():
    asked = {"branch": flask.request.args["branch"]}
    merged = asked | DEFAULTS
    os.system("git clone -b " + merged["branch"] + " /srv/repo")  # sink
