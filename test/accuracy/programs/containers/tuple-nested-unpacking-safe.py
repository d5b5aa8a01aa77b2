# truth: safe
# twin: tuple-nested-unpacking-hostile.py
import os

import flask


def view():
    (first, (second, third)), last = ("a", ("b", flask.request.args["x"])), "d"
    os.system("join " + first + second)  # sink
