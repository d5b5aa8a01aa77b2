# truth: hostile
# twin: chain-map-safe.py

import collections
import os

import flask


def view():
    asked = {"shell": flask.request.args["shell"]}
    fixed = {"shell": "sh"}
    settings = collections.ChainMap(asked, fixed)
    os.system(settings["shell"] + " run.sh")  # sink
