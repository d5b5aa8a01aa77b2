# truth: hostile
# twin: int-checked-only-safe.py
import os

import flask


def view():
    raw = flask.request.args["port"]
    try:
        port = int(raw)
    except ValueError:
        port = raw
    os.system(f"fuser {port}/tcp")  # sink
