# truth: safe
# twin: f-string-hostile.py
import subprocess

import flask


def view():
    unit = flask.request.args["unit"]
    lines = 20
    subprocess.run(f"journalctl -n {lines} -u {'nginx'}", shell=True)  # sink
    return unit
