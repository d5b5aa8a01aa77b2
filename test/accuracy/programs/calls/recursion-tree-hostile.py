# truth: hostile
# twin: recursion-tree-safe.py

import os

import flask


def leaves(node):
    if isinstance(node, list):
        for child in node:
            yield from leaves(child)
    else:
        yield node


def view():
    tree = ["a.txt", ["b.txt", [flask.request.args["file"], "c.txt"]]]
    os.system("rm " + list(leaves(tree))[2])  # sink
