# truth: hostile
# twin: case-changes-safe.py
import os

import flask


def view():
    text = flask.request.args["text"].lower().capitalize().swapcase()
    os.system("open " + text)  # sink
    return flask.request.args.get("text")
