# truth: hostile
# twin: starred-target-safe.py
import os

import flask


def view():
    line = ["GET", flask.request.args["path"], "keep", "HTTP/1.1"]
    verb, *middle, version = line
    os.system("trace " + middle[0])  # sink
