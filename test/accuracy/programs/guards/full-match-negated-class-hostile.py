# truth: hostile
# twin: full-match-negated-class-safe.py
import os
import re

import flask

WORD = re.compile(r"[^ ]*")


def view():
    name = flask.request.args["name"]
    if WORD.fullmatch(name) is None:
        raise ValueError("name")
    os.system("id x" + name)  # sink
