# truth: hostile
# twin: while-counter-safe.py
import os

import flask


def view():
    name = flask.request.args["name"]
    result = "start"
    attempt = 0
    while attempt < 3:
        attempt += 1
        if attempt == 3:
            result = name
    os.system("retry " + result)  # sink
