# truth: safe
# twin: mutable-default-hostile.py

import os

import flask


def collect(name, found=None):
    found = [] if found is None else found
    found.append(name)
    return found


def view():
    collect(flask.request.args["name"])
    os.system("stat " + " ".join(collect("readme.txt")))  # sink
