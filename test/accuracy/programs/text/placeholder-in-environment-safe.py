# truth: safe
# twin: placeholder-in-environment-hostile.py
import os
import subprocess

import flask


def view():
    pattern = flask.request.args["pattern"]
    command = 'grep -- "$PATTERN" /srv/names'
    subprocess.run(command, shell=True, env={"PATH": os.defpath, "PATTERN": pattern})  # sink
