# truth: safe
# twin: class-attribute-shared-list-hostile.py

import os

import flask


class Batch:
    files = ["none"]

    def __init__(self):
        self.files = []

    def add(self, name):
        self.files.append(name)

    def joined(self):
        return " ".join(self.files)


def view():
    Batch().add(flask.request.args["name"])
    os.system("tar cf batch.tar " + Batch().joined())  # sink
