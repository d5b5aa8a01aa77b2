# truth: hostile
# twin: literal-eval-of-repr-safe.py

import ast
import os

import flask


def view():
    saved = repr([flask.request.args["color"], "blue"])
    color, other = ast.literal_eval(saved)
    os.system("setterm --foreground " + color)  # sink
