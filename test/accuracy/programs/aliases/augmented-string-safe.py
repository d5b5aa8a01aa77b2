# truth: safe
# twin: augmented-string-hostile.py

import subprocess

import flask


def view():
    command = "ls -l"
    shown = command
    shown += " " + flask.request.args["folder"]
    print(len(shown))
    subprocess.check_output(command, shell=True)  # sink
