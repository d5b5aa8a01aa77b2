# truth: hostile
# twin: early-continue-safe.py
import os

import flask


def view():
    entries = [("name", flask.request.args["name"]), ("size", "10")]
    for key, value in entries:
        if key != "name":
            continue
        os.system("setfattr -n user." + key + " -v " + value + " /srv/f")  # sink
