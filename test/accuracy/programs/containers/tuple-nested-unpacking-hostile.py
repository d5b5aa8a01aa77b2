# truth: hostile
# twin: tuple-nested-unpacking-safe.py
import os

import flask


def view():
    (first, (second, third)), last = ("a", ("b", flask.request.args["x"])), "d"
    os.system("join " + first + third)  # sink
