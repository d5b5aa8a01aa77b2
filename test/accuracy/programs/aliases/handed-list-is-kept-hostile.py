# truth: hostile
# twin: handed-list-is-kept-safe.py

import os

import flask


class Queue:
    def __init__(self, jobs):
        self.jobs = jobs

    def next(self):
        return self.jobs[-1]


def view():
    jobs = ["first"]
    queue = Queue(jobs)
    jobs.append(flask.request.form["job"])
    os.system("at now -f " + queue.next())  # sink
