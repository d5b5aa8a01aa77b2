# truth: safe
# twin: closures-share-a-list-hostile.py

import os

import flask


def basket():
    items = []

    def add(item):
        items.append(item)

    def first():
        return items[0]

    def last():
        return items[-1]

    return add, first, last


def view():
    add, first, last = basket()
    add("apple")
    add(flask.request.args["item"])
    os.system("weigh " + first())  # sink
