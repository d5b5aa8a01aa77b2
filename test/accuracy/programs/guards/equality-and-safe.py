# truth: safe
# twin: equality-and-hostile.py
import os

import flask


def view():
    mode = flask.request.args["mode"]
    deep = flask.request.args.get("deep", "")
    if mode == "report" and deep != "no":
        os.system("run --mode " + mode)  # sink
