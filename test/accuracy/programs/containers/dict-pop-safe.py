# truth: safe
# twin: dict-pop-hostile.py
import os

import flask


def view():
    job = {"cmd": flask.request.args["cmd"], "name": "nightly"}
    taken = job.pop("name")
    os.system("schedule " + taken)  # sink
