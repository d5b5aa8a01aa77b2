# truth: hostile
# twin: shell-quote-then-split-safe.py
import os
import shlex

import flask


def view():
    name = flask.request.args["name"]
    quoted = shlex.quote(name)
    for part in [*shlex.split(quoted)]:
        os.system("stat " + part)  # sink
