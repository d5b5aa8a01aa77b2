# truth: hostile
# twin: deque-safe.py

import collections
import subprocess

import flask


def view():
    recent = collections.deque(["first", "second"], maxlen=2)
    recent.append(flask.request.args["name"])
    print(len(recent))
    subprocess.check_output("open " + recent[-1], shell=True)  # sink
