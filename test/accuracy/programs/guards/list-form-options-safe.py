# truth: safe
# twin: list-form-options-hostile.py

import subprocess

import flask


def view():
    name = flask.request.args["name"]
    words = ["tar", "czf", "/srv/backup.tgz", "--", name]
    subprocess.run(words, shell=False)  # sink
