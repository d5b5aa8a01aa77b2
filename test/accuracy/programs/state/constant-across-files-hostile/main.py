# truth: hostile
# twin: constant-across-files-safe

import subprocess

import flask

from config import COMMAND, EXTRA


def view():
    asked = flask.request.args["asked"]
    template = EXTRA
    subprocess.run(template.format(asked=asked), shell=True)  # sink
