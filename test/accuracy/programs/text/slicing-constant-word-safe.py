# truth: safe
# twin: slicing-constant-word-hostile.py
# payloads: [";owned"]
import os

import flask


def view():
    command = flask.request.args["c"][:0]
    os.system("run" + command)  # sink
