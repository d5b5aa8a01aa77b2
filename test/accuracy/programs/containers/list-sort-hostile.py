# truth: hostile
# twin: list-sort-safe.py
import os

import flask


def view():
    sizes = ["30", "10", "20"]
    sizes.sort()
    names = [flask.request.args["x"], "b"]
    names.sort(key=len)
    os.system("log " + sizes[0] + " " + names[1])  # sink
    return flask.request.args.get("unused")
