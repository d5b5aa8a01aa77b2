# truth: hostile
# twin: comprehension-safe.py
import os

import flask


def view():
    rows = [("cpu", "10"), ("disk", flask.request.args["disk"])]
    words = [value for name, value in rows]
    os.system("monitor " + " ".join(words))  # sink
