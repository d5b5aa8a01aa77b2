# truth: hostile
# twin: reduce-safe.py

import functools
import subprocess

import flask


def view():
    words = ["find", "/srv", flask.request.args["test"]]
    command = functools.reduce(lambda left, right: left + " " + right, words)
    subprocess.run(command, shell=True)  # sink
