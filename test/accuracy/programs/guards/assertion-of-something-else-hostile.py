# truth: hostile
# twin: assertion-of-something-else-safe.py
import os

import flask


def view():
    name = flask.request.args["name"]
    assert name, "a name is needed"
    os.system("show " + name)  # sink
