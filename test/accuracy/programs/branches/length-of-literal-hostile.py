# truth: hostile
# twin: length-of-literal-safe.py
import os

import flask

MIRRORS = ["https://a.example", "https://b.example"]


def view():
    mirror = MIRRORS[0]
    if len(MIRRORS) < 3:
        mirror = flask.request.args["mirror"]
    os.system("curl -O " + mirror)  # sink
