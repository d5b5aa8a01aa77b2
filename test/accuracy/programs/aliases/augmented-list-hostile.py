# truth: hostile
# twin: augmented-list-safe.py

import subprocess

import flask


def view():
    words = ["echo"]
    more = words
    more += [flask.request.args["word"]]
    print(len(more))
    subprocess.check_output(" ".join(words), shell=True)  # sink
