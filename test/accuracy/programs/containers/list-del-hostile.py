# truth: hostile
# twin: list-del-safe.py
import os

import flask


def view():
    cells = ["cmd", flask.request.args["x"], "end"]
    del cells[0]
    os.system("log " + cells[0])  # sink
