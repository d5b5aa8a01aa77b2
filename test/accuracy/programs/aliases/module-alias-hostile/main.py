# truth: hostile
# twin: module-alias-safe

import subprocess

import defaults
import defaults as settings
import flask


def view():
    settings.shell = flask.request.args["shell"]
    subprocess.check_output(defaults.shell + " run.sh", shell=True)  # sink
