# truth: safe
# twin: letters-kept-by-filter-hostile.py

import os

import flask


def view():
    name = "".join(filter(str.isalnum, flask.request.args["name"]))
    os.system("man " + name)  # sink
