# truth: hostile
# twin: unpacked-element-alias-safe.py

import os

import flask


def view():
    pair = [["a.txt"], ["b.txt"]]
    first, second = pair
    second.append(flask.request.args["file"])
    os.system("diff " + " ".join(pair[1]))  # sink
