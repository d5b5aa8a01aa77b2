# truth: safe
# twin: dict-del-hostile.py
import os

import flask


def view():
    job = {"cmd": flask.request.args["cmd"], "name": "nightly"}
    del job["cmd"]
    os.system("schedule " + job.get("cmd", "true"))  # sink
