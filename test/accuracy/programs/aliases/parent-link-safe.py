# truth: safe
# twin: parent-link-hostile.py

import subprocess

import flask


class Node:
    def __init__(self, name, parent=None):
        self.name = name
        self.parent = parent


def view():
    root = Node("root")
    child = Node("child", root)
    child.name = flask.request.form["name"]
    subprocess.getoutput("tree " + root.name)  # sink
