# truth: hostile
# twin: dict-spread-safe.py
import os

import flask


def view():
    asked = {"mode": flask.request.args["mode"]}
    both = {"mode": "0644", **asked}
    os.system("chmod " + both["mode"] + " /srv/x")  # sink
