# truth: hostile
# twin: deque-safe.py

import collections
import os

import flask


def view():
    recent = collections.deque(["first", "second"], maxlen=2)
    recent.append(flask.request.args["name"])
    print(len(recent))
    os.system("open " + recent[-1])  # sink
