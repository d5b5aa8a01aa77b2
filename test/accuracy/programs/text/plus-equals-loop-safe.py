# truth: safe
# twin: plus-equals-loop-hostile.py
import os

import flask


def view():
    line = "echo"
    for word in ("one", "two", "three"):
        line += " " + word
    flask.request.args.get("two")
    os.system(line)  # sink
