# truth: hostile
# twin: nested-shared-safe.py

import os

import flask


def view():
    row = ["a.txt"]
    table = [row, row]
    table[1][0] = flask.request.form["file"]
    os.system("cat " + table[0][0])  # sink
