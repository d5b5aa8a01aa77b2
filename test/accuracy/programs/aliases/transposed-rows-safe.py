# truth: safe
# twin: transposed-rows-hostile.py

import os

import flask


def view():
    rows = [["a", "b"], ["c", "d"]]
    columns = [list(column) for column in zip(*rows)]
    columns[0][0] = flask.request.args["cell"]
    os.system("echo " + rows[0][0])  # sink
