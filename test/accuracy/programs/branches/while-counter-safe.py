# truth: safe
# twin: while-counter-hostile.py
import os

import flask


def view():
    name = flask.request.args["name"]
    result = "start"
    attempt = 0
    while attempt < 3:
        attempt += 1
        if attempt == 4:
            result = name
    os.system("retry " + result)  # sink
