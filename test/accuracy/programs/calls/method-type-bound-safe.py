# truth: safe
# twin: method-type-bound-hostile.py

import os
import types

import flask


class Box:
    def __init__(self, value):
        self.value = value


def shown(box):
    return "fixed"


def view():
    box = Box(flask.request.args["value"])
    box.show = types.MethodType(shown, box)
    os.system("echo " + box.show())  # sink
