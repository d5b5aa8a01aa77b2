# truth: safe
# twin: list-pop-end-hostile.py
import os

import flask


def view():
    stack = ["base", flask.request.args["top"], ]
    stack.pop()
    os.system("checkout " + stack.pop())  # sink
