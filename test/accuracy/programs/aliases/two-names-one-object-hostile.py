# truth: hostile
# twin: two-names-one-object-safe.py

import os

import flask


class Job:
    file = "notes.txt"


def view():
    job = Job()
    other = job
    other.file = flask.request.form["file"]
    os.system("wc " + job.file)  # sink
