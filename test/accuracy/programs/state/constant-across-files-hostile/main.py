# truth: hostile
# twin: constant-across-files-safe

import os

import flask

from config import COMMAND, EXTRA


def view():
    asked = flask.request.args["asked"]
    template = EXTRA
    os.system(template.format(asked=asked))  # sink
