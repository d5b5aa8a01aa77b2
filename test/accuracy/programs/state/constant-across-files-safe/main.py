# truth: safe
# twin: constant-across-files-hostile

import os

import flask

from config import COMMAND, EXTRA


def view():
    asked = flask.request.args["asked"]
    template = COMMAND
    os.system(template.format(asked=asked))  # sink
