# truth: safe
# twin: sorted-key-hostile.py

import os

import flask


def view():
    entries = [("b", flask.request.args["name"]), ("a", "zz")]
    ordered = sorted(entries, key=lambda entry: entry[0], reverse=True)
    os.system("touch " + ordered[0][0])  # sink
