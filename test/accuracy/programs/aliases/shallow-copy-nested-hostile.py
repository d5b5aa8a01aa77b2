# truth: hostile
# twin: shallow-copy-nested-safe.py

import copy
import os

import flask


def view():
    plan = {"steps": ["clean", "build"]}
    other = copy.copy(plan)
    other["steps"][0] = flask.request.form["step"]
    os.popen("make " + plan["steps"][0])  # sink
