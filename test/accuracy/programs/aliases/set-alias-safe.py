# truth: safe
# twin: set-alias-hostile.py

import subprocess

import flask


def view():
    tags = {"plain"}
    other = tags | set()
    other.add(flask.request.args["tag"])
    subprocess.Popen("tag --set " + " ".join(sorted(tags)), shell=True)  # sink
