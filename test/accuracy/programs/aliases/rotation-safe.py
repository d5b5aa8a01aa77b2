# truth: safe
# twin: rotation-hostile.py

import subprocess

import flask


def view():
    a, b, c = "one", "two", flask.request.args["three"]
    a, b, c = c, a, b
    subprocess.run("echo " + b + c, shell=True)  # sink
