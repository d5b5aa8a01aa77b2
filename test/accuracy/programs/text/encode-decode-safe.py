# truth: safe
# twin: encode-decode-hostile.py
import os

import flask


def view():
    raw = flask.request.args["name"].encode("utf-8")
    name = b"name".decode("ascii", "ignore")
    os.system("greet " + name)  # sink
