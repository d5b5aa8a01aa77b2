# truth: hostile
# twin: dict-setdefault-safe.py
import os

import flask


def view():
    env = {}
    env.setdefault("stage", flask.request.args["stage"])
    os.system("deploy " + env["stage"])  # sink
