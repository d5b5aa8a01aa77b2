# truth: hostile
# twin: class-attribute-safe.py

import os

import flask


class Theme:
    current = "light"
    title = "untitled"

    @classmethod
    def choose(cls, name):
        cls.current = name


def view():
    Theme.choose(flask.request.args["theme"])
    os.system("set-theme " + Theme.current)  # sink
