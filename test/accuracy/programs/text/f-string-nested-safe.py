# truth: safe
# twin: f-string-nested-hostile.py
import os

import flask


def view():
    name = flask.request.args["name"]
    inner = f"{len(name)}"
    os.system(f"report '{f'item {inner}'}'")  # sink
