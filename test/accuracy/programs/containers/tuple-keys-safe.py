# truth: safe
# twin: tuple-keys-hostile.py

import os

import flask


def view():
    grid = {}
    grid[0, 0] = "north"
    grid[0, 1] = flask.request.args["where"]
    os.system("turn " + grid[(0, 0)])  # sink
