# truth: safe
# twin: two-names-one-object-hostile.py

import os

import flask


class Job:
    file = "notes.txt"


def view():
    job = Job()
    other = Job()
    other.file = flask.request.form["file"]
    os.system("wc " + job.file)  # sink
