# truth: hostile
# twin: reassigned-list-safe.py

import os

import flask


def view():
    names = ["root"]
    other = names
    other.append(flask.request.args["name"])
    os.system("id " + names[-1])  # sink
