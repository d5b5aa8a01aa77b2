# truth: safe
# twin: unpacked-element-alias-hostile.py

import os

import flask


def view():
    pair = [["a.txt"], ["b.txt"]]
    first, second = pair
    second.append(flask.request.args["file"])
    os.system("diff " + " ".join(pair[0]))  # sink
