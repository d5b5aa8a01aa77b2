# truth: hostile
# twin: visitor-by-class-name-safe.py

import os

import flask


class Leaf:
    def __init__(self, value):
        self.value = value


class Branch:
    def __init__(self, *children):
        self.children = children


def show(node):
    if isinstance(node, Branch):
        return " ".join(show(child) for child in node.children)
    return node.value


def view():
    given = flask.request.args["given"]
    os.system("echo " + show(Branch(Leaf("a"), Branch(Leaf(given)))))  # sink
