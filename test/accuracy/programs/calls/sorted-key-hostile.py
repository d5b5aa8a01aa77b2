# truth: hostile
# twin: sorted-key-safe.py

import os

import flask


def view():
    entries = [(flask.request.args["name"], "b"), ("zz", "a")]
    ordered = sorted(entries, key=lambda entry: entry[1], reverse=True)
    os.system("touch " + ordered[0][0])  # sink
