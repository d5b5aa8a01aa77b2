# truth: hostile
# twin: list-slice-step-safe.py
import os

from flask import request


def view():
    cells = ["name", request.args["name"], "size", "10"]
    os.system("stat " + ",".join(cells[1::2]))  # sink
