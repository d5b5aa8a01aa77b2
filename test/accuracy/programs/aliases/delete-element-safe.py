# truth: safe
# twin: delete-element-hostile.py

import os

import flask


def view():
    names = ["a", flask.request.args["name"], "c"]
    same = names
    del same[1]
    os.system("touch " + names[0])  # sink
