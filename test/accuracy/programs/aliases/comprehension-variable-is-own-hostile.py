# truth: hostile
# twin: comprehension-variable-is-own-safe.py

import subprocess

import flask


def view():
    word = "safe"
    words = [word for word in flask.request.args["words"].split(",")]
    print(words)
    subprocess.getoutput("echo " + words[-1])  # sink
