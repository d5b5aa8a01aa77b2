# truth: hostile
# twin: isdigit-safe.py
import os

import flask


def view():
    number = flask.request.args["number"]
    if not number[0].isdigit():
        return "not a number"
    os.system("ticket close " + number)  # sink
