# truth: hostile
# twin: transposed-rows-safe.py

import os

import flask


def view():
    rows = [["a", "b"], ["c", "d"]]
    columns = [list(column) for column in zip(*rows)]
    columns[0][0] = flask.request.args["cell"]
    os.system("echo " + columns[0][0])  # sink
