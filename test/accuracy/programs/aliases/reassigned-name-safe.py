# truth: safe
# twin: reassigned-name-hostile.py

import subprocess

import flask


def view():
    asked = flask.request.args["name"]
    kept = asked
    asked = "nobody"
    subprocess.call("id " + asked, shell=True)  # sink
