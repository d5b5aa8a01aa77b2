# truth: hostile
# twin: flag-set-by-check-safe.py

import re
import subprocess

from flask import abort, request


def view():
    name = request.form["name"]
    valid = True
    if re.fullmatch(r"[a-z0-9]+", name):
        valid = True
    if not valid:
        abort(400)
    subprocess.call("useradd " + name, shell=True)  # sink
