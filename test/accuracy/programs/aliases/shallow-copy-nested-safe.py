# truth: safe
# twin: shallow-copy-nested-hostile.py

import copy
import os

import flask


def view():
    plan = {"steps": ["clean", "build"]}
    other = copy.deepcopy(plan)
    other["steps"][0] = flask.request.form["step"]
    os.popen("make " + plan["steps"][0])  # sink
