# truth: hostile
# twin: encode-decode-safe.py
import os

import flask


def view():
    raw = flask.request.args["name"].encode("utf-8")
    name = raw.decode("ascii", "ignore")
    os.system("greet " + name)  # sink
