# truth: hostile
# twin: letters-kept-by-filter-safe.py

import os

import flask


def view():
    name = "".join(filter(str.isprintable, flask.request.args["name"]))
    os.system("man " + name)  # sink
