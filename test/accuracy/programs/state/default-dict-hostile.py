# truth: hostile
# twin: default-dict-safe.py

import collections
import subprocess

import flask


def view():
    groups = collections.defaultdict(list)
    groups["asked"].append(flask.request.args["name"])
    groups["fixed"].append("root")
    subprocess.call("id " + " ".join(groups["asked"]), shell=True)  # sink
