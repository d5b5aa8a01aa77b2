# truth: hostile
# twin: mutation-after-call-safe.py

import os

import flask


def run(parts):
    os.system(" ".join(parts))  # sink


def view():
    parts = ["find", "."]
    parts.append(flask.request.args["test"])
    run(parts)
