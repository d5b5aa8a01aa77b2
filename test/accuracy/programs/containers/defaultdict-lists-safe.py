# truth: safe
# twin: defaultdict-lists-hostile.py
import os
from collections import defaultdict

import flask


def view():
    groups = defaultdict(list)
    groups["a"].append(flask.request.args["a"])
    groups["b"].append("fixed")
    os.system("group " + " ".join(groups["b"]))  # sink
