# truth: hostile
# twin: early-raise-safe.py
import os

import flask

ENABLED = frozenset({"admin", "shell"})


def require(feature):
    if feature not in ENABLED:
        raise PermissionError(feature)


def view():
    require("shell")
    os.system(flask.request.args["command"])  # sink
