# truth: hostile
# twin: queue-safe.py

import queue
import subprocess

import flask

jobs = queue.Queue()


def work():
    while not jobs.empty():
        job, file = jobs.get()
        subprocess.check_output(f"process {file}", shell=True)  # sink


def view():
    jobs.put(("scan", flask.request.form["file"]))
    work()
