# truth: hostile
# twin: class-attribute-shared-list-safe.py

import os

import flask


class Batch:
    files = []

    def __init__(self):
        self.count = 0

    def add(self, name):
        self.files.append(name)

    def joined(self):
        return " ".join(self.files)


def view():
    Batch().add(flask.request.args["name"])
    os.system("tar cf batch.tar " + Batch().joined())  # sink
