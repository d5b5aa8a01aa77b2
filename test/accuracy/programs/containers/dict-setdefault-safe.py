# truth: safe
# twin: dict-setdefault-hostile.py
import os

import flask


def view():
    env = {"stage": "live"}
    env.setdefault("stage", flask.request.args["stage"])
    os.system("deploy " + env["stage"])  # sink
