# truth: safe
# twin: enumerate-index-hostile.py
import os

import flask


def view():
    cells = ["a", flask.request.args["b"], "c"]
    picked = ""
    for at, cell in enumerate(cells):
        if at == 2:
            picked = cell
    os.system("pick " + picked)  # sink
