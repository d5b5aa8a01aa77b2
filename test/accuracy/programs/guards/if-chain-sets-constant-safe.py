# truth: safe
# twin: if-chain-sets-constant-hostile.py
# payloads: ["r;owned"]
import os

import flask


def view():
    size = flask.request.args["size"]
    if size == "7":
        flag = "--small"
    elif size.startswith("r"):
        flag = "--named"
    else:
        flag = ""
    os.system("resize " + flag)  # sink
