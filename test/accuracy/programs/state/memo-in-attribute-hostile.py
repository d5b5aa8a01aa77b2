# truth: hostile
# twin: memo-in-attribute-safe.py

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
    lookup.find(flask.request.args["name"])
    os.system(lookup.find("root"))  # sink
