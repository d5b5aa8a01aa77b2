# truth: safe
# twin: default-dict-hostile.py

import collections
import subprocess

import flask


def view():
    groups = collections.defaultdict(list)
    groups["asked"].append(flask.request.args["name"])
    groups["fixed"].append("root")
    subprocess.call("id " + " ".join(groups["fixed"]), shell=True)  # sink
