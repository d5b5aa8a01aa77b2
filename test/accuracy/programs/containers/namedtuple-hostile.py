# truth: hostile
# twin: namedtuple-safe.py
import os
from collections import namedtuple

import flask

Job = namedtuple("Job", "name command")


def view():
    job = Job("nightly", flask.request.args["command"])
    os.system("queue " + job.command)  # sink
