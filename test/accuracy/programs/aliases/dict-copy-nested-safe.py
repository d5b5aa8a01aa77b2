# truth: safe
# twin: dict-copy-nested-hostile.py

import os

import flask

TEMPLATE = {"mount": {"device": "/dev/sda1"}}


def view():
    own = {name: dict(value) for name, value in TEMPLATE.items()}
    own["mount"]["device"] = flask.request.form["device"]
    os.system("mount " + TEMPLATE["mount"]["device"])  # sink
