# truth: safe
# twin: shell-quote-then-split-hostile.py
import os
import shlex

import flask


def view():
    name = flask.request.args["name"]
    quoted = shlex.quote(name)
    for part in [quoted]:
        os.system("stat " + part)  # sink
