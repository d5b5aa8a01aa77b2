# truth: safe
# twin: shell-quote-for-inner-shell-hostile.py
import os
import shlex

import flask


def view():
    name = shlex.quote(flask.request.args["name"])
    os.system(f"sh -c 'true' {name}")  # sink
