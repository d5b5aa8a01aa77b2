# truth: safe
# twin: rsplit-hostile.py
import os

import flask


def view():
    path = flask.request.args["dir"] + "/report.txt"
    folder, file = path.rsplit("/", 1)
    os.system("cat " + file)  # sink
