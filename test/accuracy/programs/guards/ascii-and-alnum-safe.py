# truth: safe
# twin: ascii-and-alnum-hostile.py

import os

import flask


def view():
    name = flask.request.args["name"]
    if name.isascii() and name.isalnum():
        os.system("apropos " + name)  # sink
