# truth: hostile
# twin: dict-copy-nested-safe.py

import os

import flask

TEMPLATE = {"mount": {"device": "/dev/sda1"}}


def view():
    own = dict(TEMPLATE)
    own["mount"]["device"] = flask.request.form["device"]
    os.system("mount " + TEMPLATE["mount"]["device"])  # sink
