# truth: safe
# twin: truediv-operator-hostile.py

import os

import flask


class Node:
    def __init__(self, path):
        self.path = path

    def __truediv__(self, name):
        return Node(f"{self.path}/{name}")

    def __rtruediv__(self, name):
        return Node("/srv/www")


def view():
    name = flask.request.args["name"]
    os.system("ls " + (name / Node("/srv")).path)  # sink
