# truth: safe
# twin: simple-namespace-hostile.py
import os
from types import SimpleNamespace

import flask


def view():
    options = SimpleNamespace(verbose="no", path=flask.request.args["path"])
    options.verbose = "yes"
    os.system("scan " + options.verbose)  # sink
