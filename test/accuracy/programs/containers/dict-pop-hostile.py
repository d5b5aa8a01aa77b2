# truth: hostile
# twin: dict-pop-safe.py
import os

import flask


def view():
    job = {"cmd": flask.request.args["cmd"], "name": "nightly"}
    taken = job.pop("cmd")
    os.system("schedule " + taken)  # sink
