# truth: safe
# twin: deque-hostile.py

import collections
import os

import flask


def view():
    recent = collections.deque(["first", "second"], maxlen=2)
    recent.append(flask.request.args["name"])
    recent.extend(["third", "fourth"])
    os.system("open " + recent[-1])  # sink
