# truth: safe
# twin: shell-join-hostile.py
import os
import shlex

import flask


def view():
    words = ["git", "log", "--author", flask.request.args["author"]]
    os.system(shlex.join(words))  # sink
    return shlex.quote("done")
