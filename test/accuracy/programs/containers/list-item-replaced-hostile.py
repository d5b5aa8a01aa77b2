# truth: hostile
# twin: list-item-replaced-safe.py
import os

import flask


def view():
    row = [flask.request.args["id"], "open", "low"]
    row[1] = "42"
    os.system("ticket " + row[0])  # sink
