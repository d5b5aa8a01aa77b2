# truth: hostile
# twin: placeholder-of-inner-shell-safe.py
import subprocess

import flask


def view():
    pattern = flask.request.args["pattern"]
    script = f'grep -- "{pattern}" /srv/names'
    subprocess.run(["sh", "-c", script, "sh", pattern])  # sink
