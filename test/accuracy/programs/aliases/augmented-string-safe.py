# truth: safe
# twin: augmented-string-hostile.py

import os

import flask


def view():
    command = "ls -l"
    shown = command
    shown += " " + flask.request.args["folder"]
    print(len(shown))
    os.system(command)  # sink
