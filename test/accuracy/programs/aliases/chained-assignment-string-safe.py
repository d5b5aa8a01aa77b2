# truth: safe
# twin: chained-assignment-string-hostile.py

import os

import flask


def view():
    first = second = "uptime"
    first += " && " + flask.request.args["more"]
    print(len(first), len(second))
    os.system(second)  # sink
