# truth: safe
# twin: list-slice-hostile.py
import os

import flask


def view():
    words = ["a", flask.request.args["word"], "c", "d"]
    part = words[2:]
    os.system("say " + " ".join(part))  # sink
