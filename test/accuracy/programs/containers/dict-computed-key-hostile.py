# truth: hostile
# twin: dict-computed-key-safe.py
import os

import flask

PREFIX = "user"


def view():
    row = {}
    row[PREFIX + "_name"] = flask.request.args["name"]
    row[PREFIX + "_role"] = "guest"
    key = "_".join([PREFIX, "name"])
    os.system("grant " + row[key])  # sink
