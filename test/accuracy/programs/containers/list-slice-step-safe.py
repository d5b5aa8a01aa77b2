# truth: safe
# twin: list-slice-step-hostile.py
import os

from flask import request


def view():
    cells = ["name", request.args["name"], "size", "10"]
    os.system("stat " + ",".join(cells[0::2]))  # sink
