# truth: safe
# twin: sorted-key-callback-hostile.py

import subprocess

import flask


def weigh(name):
    subprocess.check_output(f"stat {name}", shell=True)  # sink
    return len(name)


def view():
    names = flask.request.args["names"].split(",")
    return str(sorted(["a.txt", "b.txt"], key=weigh)) + str(len(names))
