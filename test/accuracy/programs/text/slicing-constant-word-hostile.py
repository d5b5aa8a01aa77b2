# truth: hostile
# twin: slicing-constant-word-safe.py
# payloads: [";owned"]
import os

import flask


def view():
    command = flask.request.args["c"][:8]
    os.system("run" + command)  # sink
