# truth: safe
# twin: enum-by-alias-hostile.py

import enum
import os

import flask


class Level(enum.IntEnum):
    LOW = 1
    HIGH = 2


def pick(level):
    if level == Level.LOW:
        return "nice"
    return flask.request.args["tool"]


def view():
    os.system(pick(Level.LOW) + " make")  # sink
