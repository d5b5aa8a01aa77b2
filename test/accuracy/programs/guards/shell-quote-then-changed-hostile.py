# truth: hostile
# twin: shell-quote-then-changed-safe.py
import os
import shlex

import flask


def view():
    name = shlex.quote(flask.request.args["name"])
    name = name.strip("'")
    os.system("cat " + name)  # sink
