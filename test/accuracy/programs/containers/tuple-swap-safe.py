# truth: safe
# twin: tuple-swap-hostile.py
import os

import flask


def view():
    one, two = "fixed", flask.request.args["x"]
    one, two = two, one
    os.system("show " + two)  # sink
