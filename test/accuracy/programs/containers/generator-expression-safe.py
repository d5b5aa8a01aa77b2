# truth: safe
# twin: generator-expression-hostile.py
import os

import flask


def view():
    names = ("web", flask.request.args["name"], "db")
    first = next(each for each in names if each.startswith("d"))
    os.system("restart " + first)  # sink
