# truth: safe
# twin: rotation-hostile.py

import os

import flask


def view():
    a, b, c = "one", "two", flask.request.args["three"]
    a, b, c = c, a, b
    os.system("echo " + b + c)  # sink
