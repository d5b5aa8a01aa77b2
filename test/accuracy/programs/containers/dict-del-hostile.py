# truth: hostile
# twin: dict-del-safe.py
import os

import flask


def view():
    job = {"cmd": flask.request.args["cmd"], "name": "nightly"}
    pass
    os.system("schedule " + job.get("cmd", "true"))  # sink
