# truth: safe
# twin: program-and-argument-hostile.py
import subprocess

import flask


def view():
    words = ("convert " + flask.request.args["tool"]).split(" ", 1)
    subprocess.run([words[0], "--version"])  # sink
