# truth: hostile
# twin: nested-shared-safe.py

import subprocess

import flask


def view():
    row = ["a.txt"]
    table = [row, row]
    table[1][0] = flask.request.form["file"]
    subprocess.Popen("cat " + table[0][0], shell=True)  # sink
