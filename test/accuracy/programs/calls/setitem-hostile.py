# truth: hostile
# twin: setitem-safe.py

import subprocess

import flask


class Table:
    def __init__(self):
        self.cells = {}

    def __setitem__(self, place, value):
        self.cells[place] = value

    def __getitem__(self, place):
        return self.cells.get(place, "empty")


def view():
    table = Table()
    table[1, 2] = flask.request.form["cell"]
    subprocess.Popen("calc " + table[1, 2], shell=True)  # sink
