# truth: hostile
# twin: namedtuple-safe.py

import collections
import os

import flask

Job = collections.namedtuple("Job", "name command")


def view():
    job = Job("nightly", flask.request.form["command"])
    os.system(job.command)  # sink
