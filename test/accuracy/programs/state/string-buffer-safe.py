# truth: safe
# twin: string-buffer-hostile.py

import io
import os

import flask


def view():
    asked = flask.request.form["line"]
    script, log = io.StringIO(), io.StringIO()
    log.write(asked + "\n")
    script.write("true\n")
    os.system(script.getvalue())  # sink
