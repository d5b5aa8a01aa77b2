# truth: safe
# twin: list-call-copy-hostile.py

import os

import flask

DEFAULTS = ["--quiet"]


def view():
    flags = list(DEFAULTS)
    flags.append(flask.request.args["flag"])
    print(len(flags))
    os.system("wget " + " ".join(DEFAULTS))  # sink
