# truth: safe
# twin: placeholder-of-inner-shell-hostile.py
import subprocess

import flask


def view():
    pattern = flask.request.args["pattern"]
    script = 'grep -- "$1" /srv/names'
    subprocess.run(["sh", "-c", script, "sh", pattern])  # sink
