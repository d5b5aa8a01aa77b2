# truth: hostile
# twin: set-alias-safe.py

import subprocess

import flask


def view():
    tags = {"plain"}
    other = tags
    other.add(flask.request.args["tag"])
    subprocess.Popen("tag --set " + " ".join(sorted(tags)), shell=True)  # sink
