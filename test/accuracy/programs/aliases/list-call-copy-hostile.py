# truth: hostile
# twin: list-call-copy-safe.py

import os

import flask

DEFAULTS = ["--quiet"]


def view():
    flags = DEFAULTS
    flags.append(flask.request.args["flag"])
    print(len(flags))
    os.system("wget " + " ".join(DEFAULTS))  # sink
