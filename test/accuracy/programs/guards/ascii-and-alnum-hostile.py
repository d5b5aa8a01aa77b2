# truth: hostile
# twin: ascii-and-alnum-safe.py

import os

import flask


def view():
    name = flask.request.args["name"]
    if name.isascii() or name.isalnum():
        os.system("apropos " + name)  # sink
