# truth: safe
# twin: deque-hostile.py

import collections
import subprocess

import flask


def view():
    recent = collections.deque(["first", "second"], maxlen=2)
    recent.append(flask.request.args["name"])
    recent.extend(["third", "fourth"])
    subprocess.check_output("open " + recent[-1], shell=True)  # sink
