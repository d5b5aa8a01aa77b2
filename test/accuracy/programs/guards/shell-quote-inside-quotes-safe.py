# truth: safe
# twin: shell-quote-inside-quotes-hostile.py
import shlex
import subprocess

import flask


def view():
    pattern = shlex.quote(flask.request.args["pattern"])
    subprocess.run(f"grep -e {pattern} /var/log/app", shell=True)  # sink
