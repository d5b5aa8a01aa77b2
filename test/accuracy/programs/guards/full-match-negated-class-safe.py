# truth: safe
# twin: full-match-negated-class-hostile.py
import os
import re

import flask

WORD = re.compile(r"[^\W_]*")


def view():
    name = flask.request.args["name"]
    if WORD.fullmatch(name) is None:
        raise ValueError("name")
    os.system("id x" + name)  # sink
