# truth: hostile
# twin: boolean-and-value-safe.py
import subprocess

import flask

ALLOW_FILTER = True


def view():
    pattern = (ALLOW_FILTER and flask.request.args["pattern"]) or "ERROR"
    return subprocess.getoutput("grep " + pattern + " /var/log/app.log")  # sink
