# truth: safe
# twin: shell-quote-one-of-two-hostile.py
import os
import shlex

import flask


def view():
    source = shlex.quote(flask.request.args["source"])
    target = shlex.quote(flask.request.args["target"])
    os.system(f"cp {source} {target}")  # sink
