# truth: hostile
# twin: two-names-one-dict-safe.py

import os

import flask


def view():
    options = {"file": "notes.txt"}
    saved = options
    saved["file"] = flask.request.form["file"]
    os.system("wc " + options["file"])  # sink
