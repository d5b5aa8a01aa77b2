# truth: hostile
# twin: thread-subclass-safe.py

import os
import threading

import flask


class Worker(threading.Thread):
    def __init__(self, job, name):
        super().__init__(name=name)
        self.job = job

    def run(self):
        os.system("batch " + self.job)  # sink


def view():
    asked = flask.request.form["job"]
    worker = Worker(asked, "worker")
    worker.start()
    worker.join()
