# truth: hostile
# twin: truediv-operator-safe.py

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
    os.system("ls " + (Node("/srv") / name).path)  # sink
