# truth: hostile
# twin: swap-by-temporary-safe.py

import subprocess

import flask


def view():
    first, second = "a.txt", flask.request.args["file"]
    spare = first
    first = second
    second = spare
    subprocess.getoutput("head " + first)  # sink
