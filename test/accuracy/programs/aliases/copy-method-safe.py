# truth: safe
# twin: copy-method-hostile.py

import os

import flask


def view():
    flags = ["-l"]
    copied = flags.copy()
    copied[0] = flask.request.args["flag"]
    os.system("ls " + flags[0])  # sink
