# truth: hostile
# twin: partial-of-run-safe.py

import functools
import subprocess

import flask

sh = functools.partial(subprocess.run, shell=True, check=False)


def view():
    sh("du " + flask.request.args["place"])  # sink
