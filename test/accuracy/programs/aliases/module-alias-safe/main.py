# truth: safe
# twin: module-alias-hostile

import subprocess

import defaults
import defaults as settings
import flask


def view():
    shell = flask.request.args["shell"]
    subprocess.check_output(defaults.shell + " run.sh", shell=True)  # sink
