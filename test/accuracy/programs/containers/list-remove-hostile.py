# truth: hostile
# twin: list-remove-safe.py
import os

import flask


def view():
    cells = ["a", "b", flask.request.args["x"]]
    cells.remove("a")
    os.system("log " + cells[1])  # sink
