# truth: hostile
# twin: list-pop-end-safe.py
import os

import flask


def view():
    stack = ["base", flask.request.args["top"], "x"]
    stack.pop()
    os.system("checkout " + stack.pop())  # sink
