# truth: hostile
# twin: match-sequence-safe.py
import subprocess

import flask


def view():
    parts = ["move", flask.request.form["source"], "/archive"]
    match parts:
        case ["copy", *rest]:
            command = "true"
        case ["move", source, target]:
            command = "mv -t /tmp " + source
        case _:
            command = "false"
    subprocess.run(command, shell=True)  # sink
