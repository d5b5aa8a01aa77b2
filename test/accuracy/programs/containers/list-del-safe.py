# truth: safe
# twin: list-del-hostile.py
import os

import flask


def view():
    cells = ["cmd", flask.request.args["x"], "end"]
    del cells[1]
    os.system("log " + cells[1])  # sink
