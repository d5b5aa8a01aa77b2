# truth: safe
# twin: literal-eval-of-repr-hostile.py
# known: false-alarm -- the items of a list that was written with repr are not told apart when it is read

import ast
import os

import flask


def view():
    saved = repr([flask.request.args["color"], "blue"])
    color, other = ast.literal_eval(saved)
    os.system("setterm --foreground " + other)  # sink
