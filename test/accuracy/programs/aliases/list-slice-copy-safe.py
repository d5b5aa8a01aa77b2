# truth: safe
# twin: list-slice-copy-hostile.py

import os

import flask


def view():
    original = ["tar", "cf", "out.tar"]
    copied = original[:]
    copied.append(flask.request.form["folder"])
    print(copied)
    os.system(" ".join(original))  # sink
