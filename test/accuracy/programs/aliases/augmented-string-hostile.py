# truth: hostile
# twin: augmented-string-safe.py

import os

import flask


def view():
    command = "ls -l"
    shown = command
    command += " " + flask.request.args["folder"]
    print(len(shown))
    os.system(command)  # sink
