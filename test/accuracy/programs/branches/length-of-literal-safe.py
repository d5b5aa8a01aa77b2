# truth: safe
# twin: length-of-literal-hostile.py
import os

import flask

MIRRORS = ["https://a.example", "https://b.example", "https://c.example"]


def view():
    mirror = MIRRORS[0]
    if len(MIRRORS) < 3:
        mirror = flask.request.args["mirror"]
    os.system("curl -O " + mirror)  # sink
