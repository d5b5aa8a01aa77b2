# truth: safe
# twin: nested-shared-hostile.py

import os

import flask


def view():
    row = ["a.txt"]
    table = [row, list(row)]
    table[1][0] = flask.request.form["file"]
    os.system("cat " + table[0][0])  # sink
