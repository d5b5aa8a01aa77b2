# truth: hostile
# twin: closure-late-binding-safe.py

import os

import flask


def view():
    name = flask.request.args["name"]
    jobs = []
    for part in ["access.log", name]:
        jobs.append(lambda: os.system("gzip " + part))  # sink
    print(len(jobs))
    jobs[0]()
