# truth: safe
# twin: constant-across-files-hostile

import subprocess

import flask

from config import COMMAND, EXTRA


def view():
    asked = flask.request.args["asked"]
    template = COMMAND
    subprocess.run(template.format(asked=asked), shell=True)  # sink
