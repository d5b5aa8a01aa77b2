# truth: safe
# twin: augmented-list-hostile.py

import subprocess

import flask


def view():
    words = ["echo"]
    more = words
    more = more + [flask.request.args["word"]]
    print(len(more))
    subprocess.check_output(" ".join(words), shell=True)  # sink
