# truth: hostile
# twin: list-of-dicts-safe.py
import subprocess

import flask


def view():
    jobs = [{"id": "1", "file": "a.txt"}, {"id": "2", "file": flask.request.json["file"]}]
    jobs[0]["state"] = "done"
    subprocess.run("print " + jobs[1]["file"], shell=True)  # sink
