# truth: safe
# twin: assertion-of-something-else-hostile.py
import os

import flask


def view():
    name = flask.request.args["name"]
    if name != "report":
        raise AssertionError("only the report")
    os.system("show " + name)  # sink
