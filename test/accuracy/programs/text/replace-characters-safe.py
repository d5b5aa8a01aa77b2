# truth: safe
# twin: replace-characters-hostile.py
import os

import flask


def view():
    name = flask.request.args["name"].replace(" ", "_")
    label = "-".join(["a", "b"]).replace("-", name[:0])
    os.system("label " + label)  # sink
