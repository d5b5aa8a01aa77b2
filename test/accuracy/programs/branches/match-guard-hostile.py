# truth: hostile
# twin: match-guard-safe.py
import os

import flask

LIMIT = 10


def view():
    count = 4
    name = flask.request.args["name"]
    match count:
        case n if n > LIMIT:
            label = "many"
        case n if n <= LIMIT:
            label = name
    os.system("label " + label)  # sink
