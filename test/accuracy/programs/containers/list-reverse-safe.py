# truth: safe
# twin: list-reverse-hostile.py
import os

import flask


def view():
    cells = [flask.request.args["x"], "middle", "end"]
    cells.reverse()
    os.system("log " + cells[0])  # sink
