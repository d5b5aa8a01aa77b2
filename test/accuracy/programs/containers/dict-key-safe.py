# truth: safe
# twin: dict-key-hostile.py
import subprocess

import flask


def view():
    job = {"id": "7", "owner": flask.request.args["owner"], "state": "new"}
    job["state"] = "running"
    subprocess.run("notify " + job["state"], shell=True)  # sink
