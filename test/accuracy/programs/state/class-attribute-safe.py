# truth: safe
# twin: class-attribute-hostile.py

import os

import flask


class Theme:
    current = "light"
    title = "untitled"

    @classmethod
    def choose(cls, name):
        cls.title = name


def view():
    Theme.choose(flask.request.args["theme"])
    os.system("set-theme " + Theme.current)  # sink
