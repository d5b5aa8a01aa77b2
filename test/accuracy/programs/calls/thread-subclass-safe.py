# truth: safe
# twin: thread-subclass-hostile.py

import subprocess
import threading

import flask


class Worker(threading.Thread):
    def __init__(self, job, name):
        super().__init__(name=name)
        self.job = job

    def run(self):
        subprocess.run("batch " + self.job, shell=True)  # sink


def view():
    asked = flask.request.form["job"]
    worker = Worker("cleanup", asked)
    worker.start()
    worker.join()
