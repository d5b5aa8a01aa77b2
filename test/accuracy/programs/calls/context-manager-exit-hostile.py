# truth: hostile
# twin: context-manager-exit-safe.py

import os

import flask


class Recording:
    def __init__(self):
        self.file = "none"

    def __enter__(self):
        return self

    def __exit__(self, *error):
        os.system("rm -f " + self.file)  # sink


def view():
    asked = flask.request.args["file"]
    with Recording() as recording:
        recording.file = asked
