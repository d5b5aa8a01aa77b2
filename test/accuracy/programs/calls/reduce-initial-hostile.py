# truth: hostile
# twin: reduce-initial-safe.py

import functools
import subprocess

import flask


def pipe(command, step):
    return f"{command} | {step}"


def view():
    asked = flask.request.args["file"]
    command = functools.reduce(pipe, ["sort", "uniq"], "cat " + asked)
    print("asked", asked)
    subprocess.getoutput(command)  # sink
