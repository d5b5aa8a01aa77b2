# truth: safe
# twin: type-argument-hostile.py
import os

import flask


def view():
    page = flask.request.args.get("page", 1, type=int)
    os.system(f"fetch --page {page}")  # sink
