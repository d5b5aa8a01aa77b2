# truth: hostile
# twin: dict-key-safe.py
import subprocess

import flask


def view():
    job = {"id": "7", "owner": flask.request.args["owner"], "state": "new"}
    job["state"] = "running"
    subprocess.run("notify " + job["owner"], shell=True)  # sink
