# truth: hostile
# twin: list-slice-copy-safe.py

import os

import flask


def view():
    original = ["tar", "cf", "out.tar"]
    copied = original[:]
    original.append(flask.request.form["folder"])
    print(copied)
    os.system(" ".join(original))  # sink
