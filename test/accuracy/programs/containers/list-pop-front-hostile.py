# truth: hostile
# twin: list-pop-front-safe.py
import subprocess

import flask


def view():
    queue = ["hello", flask.request.args["job"], "bye"]
    queue.pop(0)
    job = queue.pop(0)
    subprocess.call("runjob " + job, shell=True)  # sink
