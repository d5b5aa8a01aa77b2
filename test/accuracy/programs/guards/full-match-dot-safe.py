# truth: safe
# twin: full-match-dot-hostile.py
import os
import re

import flask


def view():
    name = flask.request.args["name"]
    if re.fullmatch(r"[\w.]+", name, re.DOTALL) is None:
        return "bad name"
    os.system("cat " + name)  # sink
