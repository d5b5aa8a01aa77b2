# truth: safe
# twin: list-of-dicts-hostile.py
import subprocess

import flask


def view():
    jobs = [{"id": "1", "file": "a.txt"}, {"id": "2", "file": flask.request.json["file"]}]
    jobs[0]["state"] = "done"
    subprocess.run("print " + jobs[0]["file"], shell=True)  # sink
