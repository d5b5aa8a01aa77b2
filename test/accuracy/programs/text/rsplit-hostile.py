# truth: hostile
# twin: rsplit-safe.py
import os

import flask


def view():
    path = flask.request.args["dir"] + "/report.txt"
    folder, file = path.rsplit("/", 1)
    os.system("cat " + folder)  # sink
