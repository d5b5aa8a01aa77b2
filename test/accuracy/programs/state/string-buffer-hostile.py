# truth: hostile
# twin: string-buffer-safe.py

import io
import os

import flask


def view():
    asked = flask.request.form["line"]
    script, log = io.StringIO(), io.StringIO()
    script.write(asked + "\n")
    script.write("true\n")
    os.system(script.getvalue())  # sink
