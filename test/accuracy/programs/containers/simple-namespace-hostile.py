# truth: hostile
# twin: simple-namespace-safe.py
import os
from types import SimpleNamespace

import flask


def view():
    options = SimpleNamespace(verbose="no", path=flask.request.args["path"])
    options.verbose = "yes"
    os.system("scan " + options.path)  # sink
