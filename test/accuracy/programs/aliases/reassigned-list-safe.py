# truth: safe
# twin: reassigned-list-hostile.py

import os

import flask


def view():
    names = ["root"]
    other = names
    other = other + [flask.request.args["name"]]
    print(len(other))
    os.system("id " + names[-1])  # sink
