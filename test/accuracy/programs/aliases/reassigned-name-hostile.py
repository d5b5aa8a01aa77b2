# truth: hostile
# twin: reassigned-name-safe.py

import subprocess

import flask


def view():
    asked = flask.request.args["name"]
    kept = asked
    asked = "nobody"
    subprocess.call("id " + kept, shell=True)  # sink
