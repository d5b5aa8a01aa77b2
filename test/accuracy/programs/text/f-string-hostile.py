# truth: hostile
# twin: f-string-safe.py
import subprocess

import flask


def view():
    unit = flask.request.args["unit"]
    lines = 20
    subprocess.run(f"journalctl -n {lines} -u {unit}", shell=True)  # sink
    return unit
