# truth: safe
# twin: boolean-and-value-hostile.py
import subprocess

import flask

ALLOW_FILTER = False


def view():
    pattern = (ALLOW_FILTER and flask.request.args["pattern"]) or "ERROR"
    return subprocess.getoutput("grep " + pattern + " /var/log/app.log")  # sink
