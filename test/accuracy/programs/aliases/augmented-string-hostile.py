# truth: hostile
# twin: augmented-string-safe.py

import subprocess

import flask


def view():
    command = "ls -l"
    shown = command
    command += " " + flask.request.args["folder"]
    print(len(shown))
    subprocess.check_output(command, shell=True)  # sink
