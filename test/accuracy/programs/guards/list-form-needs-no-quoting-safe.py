# truth: safe
# twin: list-form-needs-no-quoting-hostile.py
import subprocess

import flask


def view():
    name = flask.request.args["name"]
    command = ["grep", "-e", name, "/srv/names.txt"]
    subprocess.run(command)  # sink
