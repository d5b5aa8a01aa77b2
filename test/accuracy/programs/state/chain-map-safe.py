# truth: safe
# twin: chain-map-hostile.py

import collections
import subprocess

import flask


def view():
    asked = {"shell": flask.request.args["shell"]}
    fixed = {"shell": "sh"}
    settings = collections.ChainMap(fixed, asked)
    subprocess.check_output(settings["shell"] + " run.sh", shell=True)  # sink
