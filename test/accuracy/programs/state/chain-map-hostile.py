# truth: hostile
# twin: chain-map-safe.py

import collections
import subprocess

import flask


def view():
    asked = {"shell": flask.request.args["shell"]}
    fixed = {"shell": "sh"}
    settings = collections.ChainMap(asked, fixed)
    subprocess.check_output(settings["shell"] + " run.sh", shell=True)  # sink
