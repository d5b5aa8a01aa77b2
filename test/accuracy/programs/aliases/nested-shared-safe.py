# truth: safe
# twin: nested-shared-hostile.py

import subprocess

import flask


def view():
    row = ["a.txt"]
    table = [row, list(row)]
    table[1][0] = flask.request.form["file"]
    subprocess.Popen("cat " + table[0][0], shell=True)  # sink
