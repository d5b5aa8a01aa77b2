# truth: safe
# twin: list-remove-hostile.py
import os

import flask


def view():
    cells = ["a", "b", flask.request.args["x"]]
    cells.remove("a")
    os.system("log " + cells[0])  # sink
