# truth: safe
# twin: arithmetic-shift-hostile.py
import subprocess

import flask

VERBOSE = 1 << 2
TRACE = 1 << 3
FLAGS = VERBOSE | 1


def view():
    name = flask.request.form.get("name", "")
    label = "all"
    if FLAGS & TRACE:
        label = name
    return subprocess.check_output(f"journalctl -t {label}", shell=True)  # sink
