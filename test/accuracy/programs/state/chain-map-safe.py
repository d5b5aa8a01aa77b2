# truth: safe
# twin: chain-map-hostile.py

import collections
import os

import flask


def view():
    asked = {"shell": flask.request.args["shell"]}
    fixed = {"shell": "sh"}
    settings = collections.ChainMap(fixed, asked)
    os.system(settings["shell"] + " run.sh")  # sink
