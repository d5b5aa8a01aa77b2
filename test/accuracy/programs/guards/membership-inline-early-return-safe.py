# truth: safe
# twin: membership-inline-early-return-hostile.py
import os

import flask


def view():
    order = flask.request.args.get("order", "name")
    if order not in ["name", "size", "csv"]:
        return "bad order"
    os.system("ls --sort=" + order)  # sink
