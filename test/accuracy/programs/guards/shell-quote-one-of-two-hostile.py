# truth: hostile
# twin: shell-quote-one-of-two-safe.py
import os
import shlex

import flask


def view():
    source = shlex.quote(flask.request.args["source"])
    target = flask.request.args["target"]
    os.system(f"cp {source} {target}")  # sink
