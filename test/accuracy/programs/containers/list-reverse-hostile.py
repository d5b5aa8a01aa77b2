# truth: hostile
# twin: list-reverse-safe.py
import os

import flask


def view():
    cells = [flask.request.args["x"], "middle", "end"]
    cells.reverse()
    os.system("log " + cells[2])  # sink
