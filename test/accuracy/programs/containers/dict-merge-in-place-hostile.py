# truth: hostile
# twin: dict-merge-in-place-safe.py
import os

import flask


def view():
    merged = {"branch": flask.request.args["branch"]}
    merged |= {"depth": "main"}
    os.system("git checkout " + merged["branch"])  # sink
