# truth: safe
# twin: list-call-copy-hostile.py

import subprocess

import flask

DEFAULTS = ["--quiet"]


def view():
    flags = list(DEFAULTS)
    flags.append(flask.request.args["flag"])
    print(len(flags))
    subprocess.getoutput("wget " + " ".join(DEFAULTS))  # sink
