# truth: safe
# twin: shell-quote-then-changed-hostile.py
import os
import shlex

import flask


def view():
    name = shlex.quote(flask.request.args["name"])
    name = name.ljust(10)
    os.system("cat " + name)  # sink
