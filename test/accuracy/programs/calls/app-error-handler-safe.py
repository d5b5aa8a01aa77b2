# truth: safe
# twin: app-error-handler-hostile.py

import os

import flask


class JobError(Exception):
    def __init__(self, job, code):
        super().__init__(f"job {job} failed")
        self.job = job
        self.code = code


def start(job):
    if len(job) >= 0:
        raise JobError(job, 7)
    return job


def report(error):
    os.system(f"logger failed: {error.code}")  # sink


def view():
    try:
        return start(flask.request.form["job"])
    except JobError as error:
        report(error)
        return "failed"
