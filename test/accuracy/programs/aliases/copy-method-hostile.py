# truth: hostile
# twin: copy-method-safe.py

import os

import flask


def view():
    flags = ["-l"]
    copied = flags.copy()
    copied[0] = flask.request.args["flag"]
    os.system("ls " + copied[0])  # sink
