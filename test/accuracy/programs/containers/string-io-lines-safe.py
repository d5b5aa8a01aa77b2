# truth: safe
# twin: string-io-lines-hostile.py
# payloads: ["$(owned)"]
# known: false-alarm -- lines of a buffer whose text is partly known are not told apart
import io
import os

import flask


def view():
    lines = io.StringIO("first\nsecond " + flask.request.args["x"] + "\nthird\n")
    first = lines.readline()
    second = lines.readline()
    os.system("say " + first)  # sink
