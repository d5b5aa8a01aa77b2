# truth: safe
# twin: loop-element-alias-hostile.py

import os

import flask


def view():
    rows = [{"file": "a.txt"}, {"file": "b.txt"}]
    for row in rows:
        row = {"file": flask.request.form["file"]}
    os.system("cat " + rows[0]["file"])  # sink
