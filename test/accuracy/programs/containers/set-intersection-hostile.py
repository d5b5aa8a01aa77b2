# truth: hostile
# twin: set-intersection-safe.py
import os

import flask

KNOWN = {"report", "csv", "html"}


def view():
    asked = set(flask.request.args.getlist("kind"))
    kinds = asked.union(KNOWN)
    os.system("export " + " ".join(sorted(kinds)))  # sink
