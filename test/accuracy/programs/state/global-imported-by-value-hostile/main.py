# truth: hostile
# twin: global-imported-by-value-safe

import os

import flask

import state
from state import target


def view():
    state.target = flask.request.args["target"]
    os.system("make " + state.target)  # sink
