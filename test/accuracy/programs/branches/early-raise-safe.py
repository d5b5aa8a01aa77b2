# truth: safe
# twin: early-raise-hostile.py
# reached: never
# known: false-alarm -- a site made of constants alone is judged by its text
import os

import flask

ENABLED = frozenset({"admin"})


def require(feature):
    if feature not in ENABLED:
        raise PermissionError(feature)


def view():
    require("shell")
    os.system(flask.request.args["command"])  # sink
