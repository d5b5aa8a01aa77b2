# truth: hostile
# twin: set-in-place-operator-safe.py

import os

import flask


def view():
    tags = {"plain"}
    other = tags
    other |= {flask.request.args["tag"]}
    print(len(other))
    os.system("tag --set " + " ".join(sorted(tags)))  # sink
