# truth: safe
# twin: dict-key-overwritten-hostile.py
import os

import flask


def view():
    options = {"format": flask.request.args["format"], "depth": "1"}
    options["format"] = "tar"
    os.system("git archive --format=" + options["format"] + " HEAD")  # sink
