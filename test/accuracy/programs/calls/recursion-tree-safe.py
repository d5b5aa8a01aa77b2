# truth: safe
# twin: recursion-tree-hostile.py

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
    os.system("rm " + list(leaves(tree))[3])  # sink
