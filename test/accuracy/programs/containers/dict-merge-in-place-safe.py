# truth: safe
# twin: dict-merge-in-place-hostile.py
import os

import flask


def view():
    merged = {"branch": flask.request.args["branch"]}
    merged |= {"branch": "main"}
    os.system("git checkout " + merged["branch"])  # sink
