# truth: hostile
# twin: defaultdict-lists-safe.py
import os
from collections import defaultdict

import flask


def view():
    groups = defaultdict(list)
    groups["a"].append(flask.request.args["a"])
    groups["b"].append("fixed")
    os.system("group " + " ".join(groups["a"]))  # sink
