# truth: hostile
# twin: generator-expression-safe.py
import os

import flask


def view():
    names = ("web", flask.request.args["name"], "db")
    first = next(each for each in names if each.startswith("-x"))
    os.system("restart " + first)  # sink
