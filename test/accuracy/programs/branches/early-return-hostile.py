# truth: hostile
# twin: early-return-safe.py
import os

import flask

READ_ONLY = False


def view():
    target = flask.request.form["target"]
    if READ_ONLY:
        return "read only"
    os.system("rm -r /srv/cache/" + target)  # sink
