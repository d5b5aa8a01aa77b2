# truth: safe
# twin: generator-expression-hostile.py
import os

import flask


def view():
    names = ("db", flask.request.args["name"], "web")
    first = next(each for each in names if each.startswith("d"))
    os.system("restart " + first)  # sink
