# truth: hostile
# twin: type-argument-safe.py
import os

import flask


def view():
    page = flask.request.args.get("page", "1")
    os.system(f"fetch --page {page}")  # sink
