# truth: safe
# twin: match-guard-hostile.py
import os

import flask

LIMIT = 1


def view():
    count = 4
    name = flask.request.args["name"]
    match count:
        case n if n > LIMIT:
            label = "many"
        case n if n <= LIMIT:
            label = name
    os.system("label " + label)  # sink
