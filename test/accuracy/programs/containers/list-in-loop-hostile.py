# truth: hostile
# twin: list-in-loop-safe.py
import os

import flask


def view():
    collected = []
    for name in flask.request.args.getlist("name"):
        collected.append(name)
    os.system("archive " + " ".join(collected))  # sink
