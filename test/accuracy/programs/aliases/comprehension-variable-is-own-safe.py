# truth: safe
# twin: comprehension-variable-is-own-hostile.py

import subprocess

import flask


def view():
    word = "safe"
    words = [word for word in flask.request.args["words"].split(",")]
    print(words)
    subprocess.getoutput("echo " + word)  # sink
