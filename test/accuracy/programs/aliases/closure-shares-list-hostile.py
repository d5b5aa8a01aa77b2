# truth: hostile
# twin: closure-shares-list-safe.py

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
    add(flask.request.args["item"])
    os.system("zip out.zip " + joined())  # sink
