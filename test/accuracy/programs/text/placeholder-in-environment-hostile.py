# truth: hostile
# twin: placeholder-in-environment-safe.py
import os
import subprocess

import flask


def view():
    pattern = flask.request.args["pattern"]
    command = 'grep -- ' + pattern + ' /srv/names'
    subprocess.run(command, shell=True, env={"PATH": os.defpath, "PATTERN": pattern})  # sink
