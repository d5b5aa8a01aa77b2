# truth: hostile
# twin: first-valid-of-many-safe.py

import os

import flask


def view():
    for name in flask.request.args.getlist("name"):
        if name.isalnum():
            break
    else:
        name = flask.request.args["name"]
    os.system("last " + name)  # sink
