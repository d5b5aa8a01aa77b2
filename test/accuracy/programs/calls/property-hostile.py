# truth: hostile
# twin: property-safe.py

import subprocess

import flask


class Job:
    def __init__(self, raw):
        self.raw = raw

    @property
    def command(self):
        return "lpr " + self.raw


def view():
    job = Job(flask.request.args["file"])
    subprocess.run(job.command, shell=True)  # sink
