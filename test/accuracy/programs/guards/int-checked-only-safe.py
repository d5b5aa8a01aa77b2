# truth: safe
# twin: int-checked-only-hostile.py
import os

import flask


def view():
    raw = flask.request.args["port"]
    try:
        port = int(raw)
    except ValueError:
        return "bad port"
    os.system(f"fuser {port}/tcp")  # sink
