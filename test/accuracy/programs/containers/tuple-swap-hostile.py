# truth: hostile
# twin: tuple-swap-safe.py
import os

import flask


def view():
    one, two = "fixed", flask.request.args["x"]
    one, two = two, one
    os.system("show " + one)  # sink
