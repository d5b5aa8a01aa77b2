# truth: safe
# twin: context-manager-class-hostile.py

import os

import flask


class Workspace:
    def __init__(self, name, root):
        self.name = name
        self.root = root

    def __enter__(self):
        return os.path.join(self.root, "work")

    def __exit__(self, *error):
        return False


def view():
    with Workspace(flask.request.args["name"], "/tmp/work") as folder:
        os.system("mkdir -p " + folder)  # sink
