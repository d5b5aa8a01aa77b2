# truth: safe
# twin: queue-hostile.py

import os
import queue

import flask

jobs = queue.Queue()


def work():
    while not jobs.empty():
        job, file = jobs.get()
        os.system(f"process {job}")  # sink


def view():
    jobs.put(("scan", flask.request.form["file"]))
    work()
