# truth: safe
# twin: comprehension-variable-is-own-hostile.py

import os

import flask


def view():
    word = "safe"
    words = [word for word in flask.request.args["words"].split(",")]
    print(words)
    os.system("echo " + word)  # sink
