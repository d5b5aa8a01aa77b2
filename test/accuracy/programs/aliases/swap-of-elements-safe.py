# truth: safe
# twin: swap-of-elements-hostile.py

import os

import flask


def view():
    files = [flask.request.args["file"], "b.txt"]
    files[0], files[1] = files[1], files[0]
    os.system("tail " + files[0])  # sink
