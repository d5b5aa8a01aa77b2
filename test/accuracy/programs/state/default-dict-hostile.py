# truth: hostile
# twin: default-dict-safe.py

import collections
import os

import flask


def view():
    groups = collections.defaultdict(list)
    groups["asked"].append(flask.request.args["name"])
    groups["fixed"].append("root")
    os.system("id " + " ".join(groups["asked"]))  # sink
