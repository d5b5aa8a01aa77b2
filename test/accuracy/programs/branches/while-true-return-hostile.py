# truth: hostile
# twin: while-true-return-safe.py
import os

import flask


def choose(asked):
    tried = 0
    while True:
        tried += 1
        if tried > 2:
            return asked
        if tried > 5:
            return "fallback"


def view():
    os.system("start " + choose(flask.request.args["app"]))  # sink
