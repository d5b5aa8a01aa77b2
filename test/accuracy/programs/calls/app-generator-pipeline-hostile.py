# truth: hostile
# twin: app-generator-pipeline-safe.py

import os
import re

import flask


def read(text):
    for line in text.split(";;"):
        yield line


def drop_comments(lines):
    for line in lines:
        if not line.startswith("#"):
            yield line


def numbers(lines):
    for line in lines:
        found = re.search(r"[0-9]+", line)
        yield found.group() if found else "0"


def view():
    lines = drop_comments(read(flask.request.form["script"]))
    for line in lines:
        os.system("gpio write " + line)  # sink
    return "done"
