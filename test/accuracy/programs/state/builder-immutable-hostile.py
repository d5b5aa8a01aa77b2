# truth: hostile
# twin: builder-immutable-safe.py

import os

import flask


class Url:
    def __init__(self, path=""):
        self.path = path

    def join(self, name):
        return Url(self.path + "/" + name)


def view():
    base = Url("/srv")
    base = base.join(flask.request.args["name"])
    os.popen("ls " + base.path)  # sink
