# truth: safe
# twin: filter-hostile.py

import subprocess

import flask


def view():
    names = flask.request.args["names"].split(",")
    kept = filter(str.isalnum, names)
    subprocess.call("rm -f " + " ".join(kept), shell=True)  # sink
