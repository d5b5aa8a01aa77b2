# truth: safe
# twin: list-pop-front-hostile.py
import subprocess

import flask


def view():
    queue = ["hello", flask.request.args["job"], "bye"]
    queue.pop(0)
    job = queue.pop(1)
    subprocess.call("runjob " + job, shell=True)  # sink
