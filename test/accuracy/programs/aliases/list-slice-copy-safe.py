# truth: safe
# twin: list-slice-copy-hostile.py

import subprocess

import flask


def view():
    original = ["tar", "cf", "out.tar"]
    copied = original[:]
    copied.append(flask.request.form["folder"])
    print(copied)
    subprocess.check_output(" ".join(original), shell=True)  # sink
