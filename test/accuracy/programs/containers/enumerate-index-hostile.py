# truth: hostile
# twin: enumerate-index-safe.py
import os

import flask


def view():
    cells = ["a", flask.request.args["b"], "c"]
    picked = ""
    for at, cell in enumerate(cells):
        if at == 1:
            picked = cell
    os.system("pick " + picked)  # sink
