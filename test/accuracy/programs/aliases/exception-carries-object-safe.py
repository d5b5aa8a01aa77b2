# truth: safe
# twin: exception-carries-object-hostile.py

import os

import flask


def fail(details):
    details["file"] = flask.request.args["file"]
    raise RuntimeError(details)


def view():
    details = {"file": "a.txt"}
    try:
        fail(dict(details))
    except RuntimeError as error:
        print(len(error.args))
    os.system("file " + details["file"])  # sink
