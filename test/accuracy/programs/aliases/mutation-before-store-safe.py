# truth: safe
# twin: mutation-before-store-hostile.py

import os

import flask


def view():
    job = {"file": "a.txt"}
    jobs = []
    jobs.append(dict(job))
    job["file"] = flask.request.form["file"]
    os.system("print " + jobs[0]["file"])  # sink
