# truth: hostile
# twin: list-concatenation-safe.py
import os

import flask


def view():
    left = ["-a", "-l"]
    both = left + [flask.request.args["dir"]]
    os.system("ls " + " ".join(both))  # sink
