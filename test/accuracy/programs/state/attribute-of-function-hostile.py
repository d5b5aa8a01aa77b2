# truth: hostile
# twin: attribute-of-function-safe.py

import os

import flask


def banner(text):
    banner.last = text
    return "<h1>" + text.upper() + "</h1>"


banner.last = ""


def view():
    banner(flask.request.args["title"])
    os.system("wall " + banner.last)  # sink
