# truth: safe
# twin: isdigit-hostile.py
import os

import flask


def view():
    number = flask.request.args["number"]
    if not number.isdigit():
        return "not a number"
    os.system("ticket close " + number)  # sink
