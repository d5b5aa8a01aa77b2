# truth: safe
# twin: membership-frozenset-hostile.py
import subprocess

import flask

FORMATS = frozenset({"csv", "json"})


def view():
    kind = flask.request.args["kind"]
    if kind in FORMATS:
        return subprocess.check_output("export --as " + kind, shell=True)  # sink
    return "unknown kind"
