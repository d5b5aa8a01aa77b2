# truth: safe
# twin: case-changes-hostile.py
import os

import flask


def view():
    text = "Readme".lower().capitalize().swapcase()
    os.system("open " + text)  # sink
    return flask.request.args.get("text")
