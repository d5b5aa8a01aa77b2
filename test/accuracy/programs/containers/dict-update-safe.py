# truth: safe
# twin: dict-update-hostile.py
import os

import flask


def view():
    params = {"size": "10", "color": "red"}
    params.update(shape=flask.request.args["size"])
    os.system("draw --size " + params["size"])  # sink
