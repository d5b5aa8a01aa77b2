# truth: hostile
# twin: import-by-name-safe

import importlib
import os

import flask


def view():
    codec = importlib.import_module("codecs_of_ours.plain")
    os.system("store " + codec.encode(flask.request.form["value"]))  # sink
