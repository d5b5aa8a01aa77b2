# truth: safe
# twin: list-concatenation-hostile.py
import os

import flask


def view():
    left = ["-a", "-l"]
    both = left + [flask.request.args["dir"]]
    os.system("ls " + " ".join(left))  # sink
