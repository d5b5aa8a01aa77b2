# truth: hostile
# twin: walrus-constant-safe.py
import os

import flask


def view():
    raw = flask.request.args["names"]
    if (count := 3) and count > 2:
        names = raw
    else:
        names = "none"
    os.system("echo " + names)  # sink
