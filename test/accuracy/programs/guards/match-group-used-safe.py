# truth: safe
# twin: match-group-used-hostile.py
import os
import re

import flask


def view():
    text = flask.request.args["text"]
    found = re.match(r"(\w+)(.*)", text, re.S)
    if found is None:
        return "nothing"
    os.system("tag x" + found.group(1))  # sink
