# truth: hostile
# twin: exception-carries-object-safe.py

import subprocess

import flask


def fail(details):
    details["file"] = flask.request.args["file"]
    raise RuntimeError(details)


def view():
    details = {"file": "a.txt"}
    try:
        fail(details)
    except RuntimeError as error:
        print(len(error.args))
    subprocess.getoutput("file " + details["file"])  # sink
