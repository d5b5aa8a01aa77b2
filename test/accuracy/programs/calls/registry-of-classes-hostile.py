# truth: hostile
# twin: registry-of-classes-safe.py

import os

import flask

KINDS = {}


def kind(name):
    def note(cls):
        KINDS[name] = cls
        return cls

    return note


@kind("raw")
class Raw:
    def render(self, text):
        return text


@kind("count")
class Count:
    def render(self, text):
        return str(len(text))


def view():
    made = KINDS["raw"]()
    os.system("figlet " + made.render(flask.request.args["text"]))  # sink
