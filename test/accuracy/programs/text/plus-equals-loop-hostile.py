# truth: hostile
# twin: plus-equals-loop-safe.py
import os

import flask


def view():
    line = "echo"
    for word in ("one", flask.request.args["two"], "three"):
        line += " " + word
    flask.request.args.get("two")
    os.system(line)  # sink
