# truth: hostile
# twin: list-call-copy-safe.py

import subprocess

import flask

DEFAULTS = ["--quiet"]


def view():
    flags = DEFAULTS
    flags.append(flask.request.args["flag"])
    print(len(flags))
    subprocess.getoutput("wget " + " ".join(DEFAULTS))  # sink
