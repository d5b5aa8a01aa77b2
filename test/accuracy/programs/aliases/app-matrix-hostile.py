# truth: hostile
# twin: app-matrix-safe.py

import os

import flask


def table(rows, columns):
    empty = ["-"] * columns
    return [empty for _ in range(rows)]


def fill(cells, row, column, value):
    cells[row][column] = value


def view():
    cells = table(3, 2)
    fill(cells, 2, 1, flask.request.form["value"])
    fill(cells, 2, 0, "label")
    os.system("print-cell " + cells[0][1])  # sink
    return str(len(cells))
