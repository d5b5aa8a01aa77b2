# truth: safe
# twin: namedtuple-hostile.py

import collections
import os

import flask

Job = collections.namedtuple("Job", "name command")


def view():
    job = Job("nightly", flask.request.form["command"])
    os.system(job.name)  # sink
