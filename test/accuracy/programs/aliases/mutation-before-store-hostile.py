# truth: hostile
# twin: mutation-before-store-safe.py

import os

import flask


def view():
    job = {"file": "a.txt"}
    jobs = []
    jobs.append(job)
    job["file"] = flask.request.form["file"]
    os.system("print " + jobs[0]["file"])  # sink
