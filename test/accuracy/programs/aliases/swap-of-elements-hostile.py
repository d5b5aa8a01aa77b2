# truth: hostile
# twin: swap-of-elements-safe.py

import subprocess

import flask


def view():
    files = [flask.request.args["file"], "b.txt"]
    files[0], files[1] = files[1], files[0]
    subprocess.check_output("tail " + files[1], shell=True)  # sink
