# truth: hostile
# twin: comprehension-filter-safe.py
import os

import flask


def view():
    rows = [("cpu", "10"), ("disk", flask.request.args["disk"])]
    words = [value for name, value in rows if name == "disk"]
    os.system("monitor " + words[0])  # sink
