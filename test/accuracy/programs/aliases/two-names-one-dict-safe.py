# truth: safe
# twin: two-names-one-dict-hostile.py

import os

import flask


def view():
    options = {"file": "notes.txt"}
    saved = dict(options)
    saved["file"] = flask.request.form["file"]
    os.system("wc " + options["file"])  # sink
