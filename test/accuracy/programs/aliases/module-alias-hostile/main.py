# truth: hostile
# twin: module-alias-safe

import os

import defaults
import defaults as settings
import flask


def view():
    settings.shell = flask.request.args["shell"]
    os.system(defaults.shell + " run.sh")  # sink
