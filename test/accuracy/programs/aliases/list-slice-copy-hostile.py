# truth: hostile
# twin: list-slice-copy-safe.py

import subprocess

import flask


def view():
    original = ["tar", "cf", "out.tar"]
    copied = original[:]
    original.append(flask.request.form["folder"])
    print(copied)
    subprocess.check_output(" ".join(original), shell=True)  # sink
