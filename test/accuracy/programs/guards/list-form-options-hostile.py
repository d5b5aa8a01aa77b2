# truth: hostile
# twin: list-form-options-safe.py

import subprocess

import flask


def view():
    name = flask.request.args["name"]
    words = ["tar", "czf", "/srv/backup.tgz", "--", name]
    subprocess.run(" ".join(words), shell=True)  # sink
