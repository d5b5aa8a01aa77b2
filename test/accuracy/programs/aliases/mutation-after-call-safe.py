# truth: safe
# twin: mutation-after-call-hostile.py

import os

import flask


def run(parts):
    os.system(" ".join(parts))  # sink


def view():
    parts = ["find", "."]
    run(parts)
    parts.append(flask.request.args["test"])
