# truth: hostile
# twin: equality-and-safe.py
# payloads: [{"mode": a, "deep": "yes"} for a in shell_attacks]
import os

import flask


def view():
    mode = flask.request.args["mode"]
    deep = flask.request.args.get("deep", "")
    if mode == "report" or deep != "no":
        os.system("run --mode " + mode)  # sink
