# truth: hostile
# twin: f-string-nested-safe.py
import os

import flask


def view():
    name = flask.request.args["name"]
    inner = f"{name}"
    os.system(f"report '{f'item {inner}'}'")  # sink
