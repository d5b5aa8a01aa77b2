# truth: safe
# twin: heap-smallest-hostile.py

import heapq
import os

import flask


def view():
    jobs = []
    heapq.heappush(jobs, (5, flask.request.args["job"]))
    heapq.heappush(jobs, (1, "vacuum"))
    _, job = heapq.heappop(jobs)
    os.system("run-job " + job)  # sink
