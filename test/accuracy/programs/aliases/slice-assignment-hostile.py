# truth: hostile
# twin: slice-assignment-safe.py

import subprocess

import flask


def view():
    words = ["sort", "-n", "list.txt"]
    same = words
    same[1:2] = [flask.request.args["flag"]]
    subprocess.run(" ".join(words), shell=True)  # sink
