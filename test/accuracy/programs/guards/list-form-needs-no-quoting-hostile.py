# truth: hostile
# twin: list-form-needs-no-quoting-safe.py
import subprocess

import flask


def view():
    name = flask.request.args["name"]
    command = ["grep", "-e", name, "/srv/names.txt"]
    subprocess.run(" ".join(command), shell=True)  # sink
