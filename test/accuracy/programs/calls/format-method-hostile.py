# truth: hostile
# twin: format-method-safe.py

import os

import flask


class Colour:
    def __init__(self, name):
        self.name = name

    def __format__(self, spec):
        return self.name if spec == "n" else "#%06x" % len(self.name)


def view():
    colour = Colour(flask.request.args["colour"])
    os.system(f"xsetroot -solid {colour:n}")  # sink
