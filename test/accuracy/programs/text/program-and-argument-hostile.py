# truth: hostile
# twin: program-and-argument-safe.py
import subprocess

import flask


def view():
    words = ("convert " + flask.request.args["tool"]).split(" ", 1)
    subprocess.run([words[1], "--version"])  # sink
