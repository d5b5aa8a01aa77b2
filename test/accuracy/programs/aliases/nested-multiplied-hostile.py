# truth: hostile
# twin: nested-multiplied-safe.py

import os

import flask


def view():
    grid = [["free"] * 2] * 2
    grid[1][0] = flask.request.form["cell"]
    os.system("mark " + grid[0][0])  # sink
