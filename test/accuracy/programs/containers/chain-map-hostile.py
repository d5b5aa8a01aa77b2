# truth: hostile
# twin: chain-map-safe.py
import os
from collections import ChainMap

import flask


def view():
    asked = {"shell": flask.request.args["shell"]}
    defaults = {"shell": "/bin/sh"}
    settings = ChainMap(asked, defaults)
    os.system(settings["shell"] + " -l")  # sink
