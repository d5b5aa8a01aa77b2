# truth: hostile
# twin: sorted-key-callback-safe.py

import subprocess

import flask


def weigh(name):
    subprocess.check_output(f"stat {name}", shell=True)  # sink
    return len(name)


def view():
    names = flask.request.args["names"].split(",")
    return str(sorted(names, key=weigh)) + str(len(names))
