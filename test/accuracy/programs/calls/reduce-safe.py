# truth: safe
# twin: reduce-hostile.py

import functools
import subprocess

import flask


def view():
    words = ["find", "/srv", flask.request.args["test"]]
    command = functools.reduce(lambda left, right: left, words)
    subprocess.run(command, shell=True)  # sink
