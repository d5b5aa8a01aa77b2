# truth: hostile
# twin: list-slice-safe.py
import os

import flask


def view():
    words = ["a", flask.request.args["word"], "c", "d"]
    part = words[1:3]
    os.system("say " + " ".join(part))  # sink
