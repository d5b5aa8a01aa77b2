# truth: safe
# twin: set-in-place-operator-hostile.py

import os

import flask


def view():
    tags = {"plain"}
    other = tags
    other = other | {flask.request.args["tag"]}
    print(len(other))
    os.system("tag --set " + " ".join(sorted(tags)))  # sink
