# truth: hostile
# twin: dict-key-overwritten-safe.py
import os

import flask


def view():
    options = {"format": flask.request.args["format"], "depth": "1"}
    options["depth"] = "tar"
    os.system("git archive --format=" + options["format"] + " HEAD")  # sink
