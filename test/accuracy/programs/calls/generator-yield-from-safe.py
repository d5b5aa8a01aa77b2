# truth: safe
# twin: generator-yield-from-hostile.py

import os

import flask


def fixed():
    yield "a.txt"
    yield "b.txt"


def asked():
    yield flask.request.args["file"]


def everything():
    yield from fixed()
    for _ in asked():
        yield "c.txt"


def view():
    os.system("wc " + " ".join(everything()))  # sink
