# truth: hostile
# twin: rq-job-safe.py
# entry: view()

import os

from redis import Redis
from rq import Queue

import flask

queue = Queue(connection=Redis())


def clone(url, depth):
    os.system(f"git clone --depth {depth} {url}")  # sink


def view():
    url = flask.request.form["url"]
    job = queue.enqueue(clone, url, 1)
    return job.id
