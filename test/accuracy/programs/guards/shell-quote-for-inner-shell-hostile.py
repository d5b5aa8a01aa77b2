# truth: hostile
# twin: shell-quote-for-inner-shell-safe.py
import os
import shlex

import flask


def view():
    name = shlex.quote(flask.request.args["name"])
    os.system(f"sh -c {name}")  # sink
