# truth: safe
# twin: while-true-return-hostile.py
import os

import flask


def choose(asked):
    tried = 0
    while True:
        tried += 1
        if tried > 2:
            return "fallback"
        if tried > 5:
            return asked


def view():
    os.system("start " + choose(flask.request.args["app"]))  # sink
