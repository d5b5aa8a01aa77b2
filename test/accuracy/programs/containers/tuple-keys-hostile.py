# truth: hostile
# twin: tuple-keys-safe.py

import os

import flask


def view():
    grid = {}
    grid[0, 0] = "north"
    grid[0, 1] = flask.request.args["where"]
    os.system("turn " + grid[(0, 1)])  # sink
