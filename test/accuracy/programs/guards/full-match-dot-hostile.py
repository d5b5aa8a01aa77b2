# truth: hostile
# twin: full-match-dot-safe.py
import os
import re

import flask


def view():
    name = flask.request.args["name"]
    if re.fullmatch(r".+", name, re.DOTALL) is None:
        return "bad name"
    os.system("cat " + name)  # sink
