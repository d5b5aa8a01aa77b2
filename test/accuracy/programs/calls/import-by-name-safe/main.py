# truth: safe
# twin: import-by-name-hostile

import importlib
import os

import flask


def view():
    codec = importlib.import_module("codecs_of_ours.hashed")
    os.system("store " + codec.encode(flask.request.form["value"]))  # sink
