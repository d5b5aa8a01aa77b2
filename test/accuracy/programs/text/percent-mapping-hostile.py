# truth: hostile
# twin: percent-mapping-safe.py
import subprocess

import flask


def view():
    values = {"user": flask.request.args["user"], "shell": "/bin/sh"}
    command = "chsh -s /bin/bash %(user)s" % values
    return subprocess.check_output(command, shell=True)  # sink
