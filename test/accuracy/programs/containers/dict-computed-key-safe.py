# truth: safe
# twin: dict-computed-key-hostile.py
import os

import flask

PREFIX = "user"


def view():
    row = {}
    row[PREFIX + "_name"] = flask.request.args["name"]
    row[PREFIX + "_role"] = "guest"
    key = "_".join([PREFIX, "role"])
    os.system("grant " + row[key])  # sink
