# truth: hostile
# twin: comprehension-variable-is-own-safe.py

import os

import flask


def view():
    word = "safe"
    words = [word for word in flask.request.args["words"].split(",")]
    print(words)
    os.system("echo " + words[-1])  # sink
