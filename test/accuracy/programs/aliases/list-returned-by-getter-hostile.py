# truth: hostile
# twin: list-returned-by-getter-safe.py

import os

import flask


class Cart:
    def __init__(self):
        self._items = ["free-sample"]

    def items(self):
        return self._items

    def first(self):
        return self._items[0]


def view():
    cart = Cart()
    items = cart.items()
    items[0] = flask.request.form["item"]
    os.system("pack " + cart.first())  # sink
