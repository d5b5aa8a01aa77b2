# truth: hostile
# twin: shell-quote-inside-quotes-safe.py
import shlex
import subprocess

import flask


def view():
    pattern = shlex.quote(flask.request.args["pattern"])
    subprocess.run(f"grep -e '{pattern}' /var/log/app", shell=True)  # sink
