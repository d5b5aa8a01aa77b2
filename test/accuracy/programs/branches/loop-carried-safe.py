# truth: safe
# twin: loop-carried-hostile.py
import os

import flask


def view():
    previous = current = "none"
    for step in ("one", "two"):
        previous = current
        current = flask.request.args["step"] if step == "two" else "rest"
    os.system("replay " + previous)  # sink
