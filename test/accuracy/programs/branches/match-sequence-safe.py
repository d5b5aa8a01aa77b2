# truth: safe
# twin: match-sequence-hostile.py
import subprocess

import flask


def view():
    parts = ["move", flask.request.form["source"], "/archive"]
    match parts:
        case ["copy", *rest]:
            command = "true"
        case ["move", source, target]:
            command = "mv -t /tmp " + target
        case _:
            command = "false"
    subprocess.run(command, shell=True)  # sink
