# truth: safe
# twin: module-alias-hostile

import os

import defaults
import defaults as settings
import flask


def view():
    shell = flask.request.args["shell"]
    os.system(defaults.shell + " run.sh")  # sink
