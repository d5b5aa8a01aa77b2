# truth: safe
# twin: list-in-loop-hostile.py
import os

import flask


def view():
    collected = []
    for name in flask.request.args.getlist("name"):
        collected.append(str(len(name)))
    os.system("archive " + " ".join(collected))  # sink
