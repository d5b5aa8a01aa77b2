# truth: hostile
# twin: generator-yield-from-safe.py

import os

import flask


def fixed():
    yield "a.txt"
    yield "b.txt"


def asked():
    yield flask.request.args["file"]


def everything():
    yield from fixed()
    yield from asked()


def view():
    os.system("wc " + " ".join(everything()))  # sink
