# truth: safe
# twin: recursion-hostile.py

import os

import flask


def join(items):
    if not items:
        return ""
    return items[0] + " " + join(items[1:])


def view():
    files = ["a", "b", flask.request.args["file"]]
    os.system("md5sum " + join(files[:2]))  # sink
