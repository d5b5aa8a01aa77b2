# truth: hostile
# twin: shell-join-safe.py
import os
import shlex

import flask


def view():
    words = ["git", "log", "--author", flask.request.args["author"]]
    os.system(" ".join(words))  # sink
    return shlex.quote("done")
