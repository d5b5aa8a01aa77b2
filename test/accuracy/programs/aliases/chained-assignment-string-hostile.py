# truth: hostile
# twin: chained-assignment-string-safe.py

import os

import flask


def view():
    first = second = "uptime"
    first += " && " + flask.request.args["more"]
    print(len(first), len(second))
    os.system(first)  # sink
