# truth: hostile
# twin: if-chain-sets-constant-safe.py
# payloads: ["r;owned"]
import os

import flask


def view():
    size = flask.request.args["size"]
    if size == "7":
        flag = "--small"
    elif size.startswith("r"):
        flag = "--name=" + size
    else:
        flag = ""
    os.system("resize " + flag)  # sink
