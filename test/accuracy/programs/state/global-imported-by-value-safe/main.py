# truth: safe
# twin: global-imported-by-value-hostile

import os

import flask

import state
from state import target


def view():
    state.target = flask.request.args["target"]
    os.system("make " + target)  # sink
