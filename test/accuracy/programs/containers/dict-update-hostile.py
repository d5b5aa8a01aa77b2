# truth: hostile
# twin: dict-update-safe.py
import os

import flask


def view():
    params = {"size": "10", "color": "red"}
    params.update(size=flask.request.args["size"])
    os.system("draw --size " + params["size"])  # sink
