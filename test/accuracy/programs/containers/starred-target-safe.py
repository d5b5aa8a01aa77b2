# truth: safe
# twin: starred-target-hostile.py
import os

import flask


def view():
    line = ["GET", flask.request.args["path"], "keep", "HTTP/1.1"]
    verb, *middle, version = line
    os.system("trace " + version)  # sink
