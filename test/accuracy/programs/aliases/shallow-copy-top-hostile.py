# truth: hostile
# twin: shallow-copy-top-safe.py

import copy
import os

import flask


class Plan:
    def __init__(self, step):
        self.step = step


def view():
    plan = Plan("build")
    other = copy.copy(plan)
    other.step = flask.request.form["step"]
    os.system("make " + other.step)  # sink
