# truth: safe
# twin: queue-of-work-hostile.py

import os
import queue

import flask


def view():
    work = queue.PriorityQueue()
    work.put((2, flask.request.args["job"]))
    work.put((1, "sync"))
    rank, job = work.get()
    os.system("run " + job)  # sink
