# truth: hostile
# twin: shell-quote-safe.py
import os
import shlex

import flask


def view():
    name = flask.request.args["name"]
    shlex.quote(name)
    os.system("cat -- " + name)  # sink
