# truth: hostile
# twin: operator-getters-safe.py

import operator
import os

import flask


def view():
    record = {"file": flask.request.args["file"], "kind": "text"}
    get = operator.itemgetter("kind", "file")
    first, second = get(record)
    os.system("open " + second)  # sink
