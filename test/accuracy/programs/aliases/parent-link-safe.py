# truth: safe
# twin: parent-link-hostile.py

import os

import flask


class Node:
    def __init__(self, name, parent=None):
        self.name = name
        self.parent = parent


def view():
    root = Node("root")
    child = Node("child", root)
    child.name = flask.request.form["name"]
    os.system("tree " + root.name)  # sink
