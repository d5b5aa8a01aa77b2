# truth: safe
# twin: closure-late-binding-hostile.py

import os

import flask


def view():
    name = flask.request.args["name"]
    jobs = []
    for part in [name, "access.log"]:
        jobs.append(lambda: os.system("gzip " + part))  # sink
    print(len(jobs))
    jobs[0]()
