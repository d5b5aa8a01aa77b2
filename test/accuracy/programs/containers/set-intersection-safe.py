# truth: safe
# twin: set-intersection-hostile.py
import os

import flask

KNOWN = {"report", "csv", "html"}


def view():
    asked = set(flask.request.args.getlist("kind"))
    kinds = asked.intersection(KNOWN)
    os.system("export " + " ".join(sorted(kinds)))  # sink
