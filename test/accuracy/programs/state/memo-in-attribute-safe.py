# truth: safe
# twin: memo-in-attribute-hostile.py

import os

import flask


class Lookup:
    def __init__(self):
        self._found = None

    def find(self, name):
        if self._found is None:
            self._found = "grep -c " + name
        return self._found


def view():
    lookup = Lookup()
    lookup.find("root")
    os.system(lookup.find(flask.request.args["name"]))  # sink
