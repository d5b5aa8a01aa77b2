# truth: safe
# twin: reduce-initial-hostile.py

import functools
import subprocess

import flask


def pipe(command, step):
    return f"{command} | {step}"


def view():
    asked = flask.request.args["file"]
    command = functools.reduce(pipe, ["sort", "uniq"], "cat access.log")
    print("asked", asked)
    subprocess.getoutput(command)  # sink
