# truth: hostile
# twin: swap-of-elements-safe.py

import os

import flask


def view():
    files = [flask.request.args["file"], "b.txt"]
    files[0], files[1] = files[1], files[0]
    os.system("tail " + files[1])  # sink
