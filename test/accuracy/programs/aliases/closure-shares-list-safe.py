# truth: safe
# twin: closure-shares-list-hostile.py

import os

import flask


def make():
    items = []

    def add(item):
        items.append(item)

    def joined():
        return " ".join(items)

    return add, joined


def view():
    add, joined = make()
    _, joined = make()
    add(flask.request.args["item"])
    os.system("zip out.zip " + joined())  # sink
