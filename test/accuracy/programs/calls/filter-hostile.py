# truth: hostile
# twin: filter-safe.py

import subprocess

import flask


def view():
    names = flask.request.args["names"].split(",")
    kept = filter(lambda name: name != "core", names)
    subprocess.call("rm -f " + " ".join(kept), shell=True)  # sink
