# truth: safe
# twin: list-item-replaced-hostile.py
import os

import flask


def view():
    row = [flask.request.args["id"], "open", "low"]
    row[0] = "42"
    os.system("ticket " + row[0])  # sink
