# truth: safe
# twin: first-valid-of-many-hostile.py

import os

import flask


def view():
    for name in flask.request.args.getlist("name"):
        if name.isalnum():
            break
    else:
        return "no name", 400
    os.system("last " + name)  # sink
