# truth: safe
# twin: shell-quote-hostile.py
import os
import shlex

import flask


def view():
    name = flask.request.args["name"]
    name = shlex.quote(name)
    os.system("cat -- " + name)  # sink
