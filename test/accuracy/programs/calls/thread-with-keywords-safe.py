# truth: safe
# twin: thread-with-keywords-hostile.py

import os
import threading

import flask


class Job:
    def __init__(self, name):
        self.name = name

    def run(self, *, target, label="x"):
        os.system("deploy " + self.name)  # sink


def view():
    thread = threading.Thread(target=Job("web").run, kwargs={"target": flask.request.args["target"]})
    thread.start()
    thread.join()
