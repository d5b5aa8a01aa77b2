# truth: safe
# twin: chain-map-hostile.py
import os
from collections import ChainMap

import flask


def view():
    asked = {"shell": flask.request.args["shell"]}
    defaults = {"shell": "/bin/sh"}
    settings = ChainMap(defaults, asked)
    os.system(settings["shell"] + " -l")  # sink
