# truth: safe
# twin: string-io-lines-hostile.py
# payloads: ["$(owned)"]
import io
import os

import flask


def view():
    lines = io.StringIO("first\nsecond " + flask.request.args["x"] + "\nthird\n")
    first = lines.readline()
    second = lines.readline()
    os.system("say " + first)  # sink
